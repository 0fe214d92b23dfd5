/** Closed days: what the register came to, on paper. */
export class Closings {}
