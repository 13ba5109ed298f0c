/** A step of a scenario in a sentence, with the names of its places. */
import { useQueries, useQuery } from '@tanstack/react-query'
import { SCENARIO_FIGURE_NAMES } from '#domain/scenario-figure-names.ts'
import { facilityQuery, facilityTypesQuery, placeQuery } from '#web/api/queries.ts'
import type { ClosedFacility, MovedFacility } from '#domain/scenario-facilities.ts'
import { ApiError } from '#web/api/client.ts'
import { useLanguage } from '#web/app/language.tsx'
import { readChange } from '#web/scenario-editor/patch-choices.ts'
import { listFacilityIds, listPlaceIds, type ScenarioStep } from '#web/scenario-editor/scenario-steps.ts'

/** Places whose names are looked up; of more the codes are shown. */
const MOST_NAMES = 40

export function useStepWords(steps: readonly ScenarioStep[]): (step: ScenarioStep) => string {
  const { t, format, pick } = useLanguage()
  const types = useQuery(facilityTypesQuery()).data?.facilityTypes
  const ids = listPlaceIds(steps).slice(0, MOST_NAMES)
  const facilities = listFacilityIds(steps).slice(0, MOST_NAMES)
  const found = useQueries({ queries: facilities.map(({ type, id }) => ({ ...facilityQuery(type, id), retry: false })) })
  const names = useQueries({ queries: ids.map((id) => ({ ...placeQuery({ id }), retry: false })) }).map(({ data }) => data?.name)
  const text = t.scenarios.sentence
  const nameType = (id: string): string => {
    const type = types?.find((own) => own.id === id)
    return type ? pick(type.name).toLocaleLowerCase() : id
  }
  const namePlace = (id: string): string => names[ids.indexOf(id)] ?? id
  const nameTarget = ({ place, point }: { place?: string | undefined; point?: readonly [number, number] | undefined }): string =>
    place === undefined ? (point === undefined ? '' : point.map((own) => format.number(own, 3)).join('; ')) : namePlace(place)
  const findQuery = ({ type, id }: Pick<ClosedFacility, 'type' | 'id'>) => found[facilities.findIndex((own) => own.type === type && own.id === id)]
  const nameFacility = ({ type, id, name = '', municipality }: ClosedFacility | MovedFacility): string => {
    if (id === undefined) return municipality === undefined ? name : text.facility(name, namePlace(municipality))
    const query = findQuery({ type, id })
    if (query?.error instanceof ApiError && query.error.status === 404) return text.unknownFacility(id)
    const where = query?.data?.village ?? query?.data?.municipality?.name
    return where === undefined ? (query?.data?.name ?? (name || id)) : text.facility(query!.data!.name, where)
  }
  return ({ kind, step }) => {
    switch (kind) {
      case 'newHomes':
        return text.homes(format.number(step.homesPerYear), namePlace(step.within ?? step.municipality), step.years.from, step.years.to)
      case 'closed':
        return text.closed(nameType(step.type), nameFacility(step), step.address === undefined ? undefined : t.scenarios.close.address(step.address, findQuery(step)?.data?.addresses[step.address - 1]?.text))
      case 'moved':
        return text.moved(nameType(step.type), nameFacility(step), nameTarget(step))
      case 'opened':
        return text.opened(nameType(step.type), step.name, nameTarget(step))
      case 'speeds':
        return text.speed(t.reach.modes[step.mode], format.signed(Math.round(100 * (step.factor - 1))), step.roads === undefined ? '' : t.scenarios.speed.roadNames[step.roads].toLocaleLowerCase())
      case 'norms':
        return text.norm(nameType(step.facilityType), t.reach.modes[step.mode ?? 'car'].toLocaleLowerCase(), step.mostMinutes === undefined ? undefined : format.number(step.mostMinutes, Number.isInteger(step.mostMinutes) ? 0 : 1), step.leastSize === undefined ? undefined : format.number(step.leastSize))
      case 'patches':
        return describePatch(step)
    }
  }
  function describePatch({ figure, change, areas = [], sexes = [], ages, household, years }: Extract<ScenarioStep, { kind: 'patches' }>['step']): string {
    const [kind, amount] = readChange(change)
    const who = [
      ...(household === undefined ? [] : [t.scenarios.patch.households[household].toLocaleLowerCase()]),
      ...(sexes.length === 1 ? [t.scenarios.patch.sexes[sexes[0]!].toLocaleLowerCase()] : []),
      ...(ages === undefined ? [] : [text.ages(ages.from, ages.to)]),
    ]
    const written = kind === 'setTo' ? format.number(amount, 3) : format.signed(amount, Number.isInteger(amount) ? 0 : 3)
    return text.patch({ figure: pick(SCENARIO_FIGURE_NAMES[figure]), change: text.changes[kind](written), who: who.join(', '), where: areas.map(namePlace).join(', '), from: years.from, to: years.to })
  }
}
