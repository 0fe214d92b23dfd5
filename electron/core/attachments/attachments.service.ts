import type { SignedIn } from '../call'
import type { Register } from '../register/register.service'
import type { Settings } from '../settings/settings.service'

/** Files of letters: taken in, attached, stamped, withdrawn. */
export class Attachments {
  /** `dir`: folder of the stored files. */
  constructor(
    readonly dir: string,
    private readonly register: Register,
    private readonly settings: Settings,
    private readonly timeZone: string,
  ) {}
}
