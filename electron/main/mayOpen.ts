// State sites the program refers to: the portal of appeals, the provider's own pages and the law.
const STATE_SITES = ['gov4c.kz', 'egov.kz', 'gov.kz', 'edu.gov.kz']

/** Whether an address may be handed to the clerk's browser: `https`, one of the state sites or below it, no user, password or port. */
export function mayOpen(address: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  if (url.protocol !== 'https:' || url.port || url.username || url.password) return false
  return STATE_SITES.some((site) => url.hostname === site || url.hostname.endsWith(`.${site}`))
}
