/** A step from one shape of the database to the next. Never change one that was released: add another. */
export interface Migration {
  /** 1, 2, 3 … without gaps. */
  readonly number: number
  readonly name: string
  /** SQL that runs on SQLite and on PostgreSQL alike. */
  readonly statements: readonly string[]
}
