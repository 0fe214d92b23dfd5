/** Drawings of the small icons, 16 px, stroke 1.4; each string is one path. */
export const ICONS = {
  search: ['M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0z', 'm10.5 10.5 3.5 3.5'],
  print: ['M4.5 6V2.5h7V6M4.5 11.5h-2v-5h11v5h-2', 'M4.5 9.5h7v4h-7z'],
  lock: ['M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5'],
  more: ['M3.2 8h.6M7.7 8h.6M12.2 8h.6'],
  filter: ['M2.5 4h11M4.5 8h7M6.5 12h3'],
  columns: ['M2.5 3.5h11v9h-11zM6.5 3.5v9M10 3.5v9'],
  down: ['m4.5 6.5 3.5 3.5 3.5-3.5'],
  edit: ['M3 13l.6-2.8L10.8 3l2.2 2.2-7.2 7.2zM9.4 4.4l2.2 2.2'],
  cross: ['m4 4 8 8M12 4l-8 8'],
  check: ['m3 8.5 3.3 3.3L13 4.5'],
  pdf: ['M3.5 2.5h6l3 3v8h-9zM9.5 2.5v3h3', 'M5.5 8.5h5M5.5 10.8h3.5'],
  book: ['M3.5 3h9v10.5h-9zM5.5 3v10.5M8 5.8h2.5M8 8h2.5'],
  shield: ['M8 2.5 13 4v4c0 3-2 5-5 6-3-1-5-3-5-6V4zM5.8 8l1.6 1.6L10.4 6.5'],
  database: [
    'M13 4c0 1-2.2 1.8-5 1.8S3 5 3 4s2.2-1.8 5-1.8S13 3 13 4z',
    'M3 4v8c0 1 2.2 1.8 5 1.8s5-.8 5-1.8V4M3 8c0 1 2.2 1.8 5 1.8S13 9 13 8',
  ],
  save: ['M3 3h8l2 2v8H3zM5.5 3v3.5h5V3M5 13v-4h6v4'],
  link: ['M6.5 9.5l3-3M7 5l1.2-1.2a2.6 2.6 0 0 1 3.8 3.8L10.8 9M9 11l-1.2 1.2A2.6 2.6 0 0 1 4 8.4L5.2 7'],
  calendar: ['M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.5V5M10.5 2.5V5'],
  file: ['M3.5 2.5h6l3 3v8h-9zM9.5 2.5v3h3'],
  undo: ['M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M5.5 4 3 6.5 5.5 9'],
} as const
export type IconName = keyof typeof ICONS

/** States of an entry that have a drawn mark (look §3). */
export const STATE_MARKS = ['late', 'today', 'soon', 'calm', 'waiting', 'done', 'passed', 'returned', 'filed', 'void'] as const
export type StateMark = (typeof STATE_MARKS)[number]
