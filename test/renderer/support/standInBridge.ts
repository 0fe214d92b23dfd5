import type { ElectronBridge } from '../../../renderer/host/electron'
import type { Printer, PrintOptions } from '../../../renderer/host/printers'

/** The desktop's side of printing: it remembers what it was given and answers as it is told. */
export class StandInBridge implements ElectronBridge {
  readonly platform = 'electron'
  readonly version = '1.2.3'
  readonly printed: [path: string, options: PrintOptions][] = []
  there: Printer[] = []
  /** How the next prints end, in order; a fault is thrown. */
  endings: ('printed' | 'cancelled' | Error)[] = []

  constructor() {
    this.renew()
  }

  /** Two printers, nothing printed. */
  renew(): void {
    this.printed.length = 0
    this.endings = []
    this.there = [
      { name: 'HP_1020', displayName: 'Кеңсе, HP 1020', description: '', isDefault: true },
      { name: 'XP_80', displayName: 'XPrinter', description: '', isDefault: false },
    ]
  }

  readonly printers = async (): Promise<Printer[]> => this.there

  readonly printPdf = async (path: string, options: PrintOptions): Promise<'printed' | 'cancelled'> => {
    this.printed.push([path, options])
    const ending = this.endings.shift() ?? 'printed'
    if (ending instanceof Error) throw ending
    return ending
  }

  readonly saveFile = async (): Promise<'saved'> => 'saved'
  readonly notify = (): void => {}
}
