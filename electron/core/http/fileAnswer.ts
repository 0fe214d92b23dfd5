/** A file as an answer: a paper opens in the window that prints it, everything else is saved under its name, in which a number may hold a stroke. */
export function fileAnswer(body: Uint8Array, type: string, name: string): Response {
  const disposition = type === 'application/pdf' ? 'inline' : 'attachment'
  const headers = {
    'content-type': type,
    'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(name.replace(/[/\\:*?"<>|'()]/g, '-'))}`,
    'cache-control': 'no-store',
  }
  return new Response(body as Uint8Array<ArrayBuffer>, { headers })
}
