/** A site that the tree or the bound has decided on, or not. */
export const FREE = 0
export const OPEN = 1
export const CLOSED = 2
