/** A step of a scenario in a sentence. */
import { useQuery } from '@tanstack/react-query'
import { areasQuery, facilityTypesQuery, statusQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import type { ScenarioStep } from '#web/scenario-editor/scenario-steps.ts'

export function useStepWords(): (step: ScenarioStep) => string {
  const { t, format, pick } = useLanguage()
  const types = useQuery(facilityTypesQuery()).data?.facilityTypes
  const year = useQuery(statusQuery()).data?.referenceYear
  const municipalities = useQuery({ ...areasQuery('municipality', year ?? 0), enabled: year !== undefined }).data
  const nameMunicipality = (code: string): string => municipalities?.names[municipalities.codes.indexOf(code)] ?? code
  const text = t.scenarios.sentence
  const nameType = (id: string): string => {
    const type = types?.find((own) => own.id === id)
    return type ? pick(type.name).toLocaleLowerCase() : id
  }
  return ({ kind, step, at }) => {
    switch (kind) {
      case 'newHomes':
        return text.homes(format.number(step.homesPerYear), nameMunicipality(step.municipality), step.years.from, step.years.to)
      case 'closed':
        return text.closed(nameType(step.type), step.name ?? step.id ?? '')
      case 'moved':
        return text.moved(nameType(step.type), step.name ?? step.id ?? '')
      case 'opened':
        return text.opened(nameType(step.type), step.name)
      case 'speeds':
        return text.speed(t.reach.modes[step.mode], format.signed(Math.round(100 * (step.factor - 1))))
      case 'norms':
        return text.norm(nameType(step.facilityType))
      case 'patches':
        return text.patch(at + 1, step.figure)
    }
  }
}
