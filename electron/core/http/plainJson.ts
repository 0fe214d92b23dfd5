class PlainJson {
  constructor(private readonly value: object) {}

  toJSON(): object {
    return this.value
  }
}

/**
 * Marks a long list that holds nothing but texts and numbers, so that it is written as JSON in one go. Without it oRPC looks at every value for dates, sets and maps, which for a page of the journal costs
 * as much as the query.
 */
export function plainJson<Value extends object>(value: Value): Value {
  return new PlainJson(value) as unknown as Value
}
