/** Flows between units (wijken, buurten), only those that are there; a row a unit they leave from. */
export interface UnitFlows {
  readonly unitCount: number
  /** Flows of unit u stand at `firstFlows[u]` to before `firstFlows[u + 1]`. */
  readonly firstFlows: Int32Array
  readonly toUnits: Int32Array
  readonly amounts: Float64Array
}

/** The same flows by the unit they arrive at: what comes into u from `toUnits`. */
export function turnAround({ unitCount, firstFlows, toUnits, amounts }: UnitFlows): UnitFlows {
  const first = new Int32Array(unitCount + 1)
  for (const unit of toUnits) first[unit + 1]!++
  for (let unit = 0; unit < unitCount; unit++) first[unit + 1]! += first[unit]!
  const next = first.slice()
  const turned = { unitCount, firstFlows: first, toUnits: new Int32Array(toUnits.length), amounts: new Float64Array(amounts.length) }
  for (let unit = 0; unit < unitCount; unit++) {
    for (let flow = firstFlows[unit]!; flow < firstFlows[unit + 1]!; flow++) {
      const at = next[toUnits[flow]!]!++
      turned.toUnits[at] = unit
      turned.amounts[at] = amounts[flow]!
    }
  }
  return turned
}

/** Throws a RangeError for flows that do not fit together, or are negative. */
export function checkFlows({ unitCount, firstFlows, toUnits, amounts }: UnitFlows): void {
  if (firstFlows.length !== unitCount + 1 || firstFlows[unitCount] !== toUnits.length || amounts.length !== toUnits.length) {
    throw new RangeError(`${unitCount} units, ${firstFlows.length} beginnings, ${toUnits.length} ends and ${amounts.length} amounts do not fit together`)
  }
  for (let flow = 0; flow < toUnits.length; flow++) {
    if (!(toUnits[flow]! >= 0 && toUnits[flow]! < unitCount)) throw new RangeError(`flow ${flow} goes to unit ${toUnits[flow]}, but units are 0 to ${unitCount - 1}`)
    if (!(amounts[flow]! >= 0 && amounts[flow]! < Infinity)) throw new RangeError(`flow ${flow} is ${amounts[flow]}: it must be 0 or more`)
  }
}
