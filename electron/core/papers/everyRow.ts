/** Rows read and put into shape in one go. */
const PORTION = 500

/**
 * All rows of a list, read so many at a time that everybody else is answered in between: a large office's list has any number. `next`: at most so many rows behind a place, in the order of their
 * places, which never change; work goes on meanwhile, and so none is left out or comes twice. `by`: the order of the list, if it is another; what is equal stays in the order of the places.
 */
export async function everyRow<Row extends { place: number }>(
  next: (after: number, limit: number) => Promise<Row[]>,
  by?: (row: Row) => string,
): Promise<Row[]> {
  const all: Row[] = []
  for (;;) {
    const rows = await next(all.at(-1)?.place ?? 0, PORTION)
    all.push(...rows)
    if (rows.length < PORTION) break
  }
  return by ? all.sort((one, other) => (by(one) < by(other) ? -1 : Number(by(one) > by(other)))) : all
}
