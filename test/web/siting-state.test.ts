import { describe, expect, test } from 'vitest'
import { readSitingDocument, type SitingOrder } from '#domain/siting-document.ts'
import { parseUrlState, writeUrlState } from '#web/app/search-state.ts'
import { completeQuestion, readQuestion, USUAL_NORM, writeQuestion, type SitingDraft } from '#web/siting-page/siting-state.ts'

const inAddress = (question: SitingDraft): SitingDraft => readQuestion(parseUrlState(writeUrlState(writeQuestion(question))), 'Naam')
const documentOf = (order: SitingOrder) => {
  const read = readSitingDocument(order)
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  return read.document
}

describe('a siting question in the address', () => {
  test.each([['', 'children4to11'], ['voorziening=basisschool', 'children4to11'], ['voorziening=treinstation', 'all'], ['voorziening=ziekenhuis', 'all'], ['voorziening=treinstation&wie=65-plus', 'people65Plus']] as const)('that does not say who counts, %s, is about %s, as its document is', (address, people) => {
    const question = readQuestion(parseUrlState(address), 'Naam')
    expect(question.people).toBe(people)
    if (!address.includes('wie')) expect(documentOf({ format: 'topdorp-siting/1', name: 'x', facilityType: question.facilityType, area: { codes: ['GM1680'] }, openCount: 1 }).people).toBe(people)
  })

  test('is the same question, with all that a document can hold', () => {
    const order: SitingOrder = {
      format: 'topdorp-siting/1', name: 'Zwembaden & scholen', facilityType: 'hospital', area: { codes: ['GM1680', 'WK168001'] }, year: 2035, people: 'people65Plus', mode: 'bicycle', goal: 'worstTenth',
      normMinutes: 22.5, openCount: 7, budget: 1_000_000, forced: ['12AB', '13AC'], forbidden: ['14AD'], minimumSize: 23, minimumSizes: { GM1680: 29 }, capacities: { '12AB': 300 }, normSet: 'landelijk', capacity: 500, assignment: 'planned', newSites: 2,
      togetherMetres: 0, costs: { site: 1, closing: 4, opening: 150_000, years: 12, mobileDay: 9 }, alternatives: { count: 2 }, mobile: { vehicleDays: 4, daysPerStop: 0.5, waitingMinutes: 12, capacity: 80, notAt: ['GN102'] }, seed: 7, scenario: { name: 'Groei', patches: [] },
    }
    expect(documentOf(inAddress(order as SitingDraft) as SitingOrder)).toEqual(documentOf(order))
    const drawn: SitingDraft = { ...(order as SitingDraft), area: { polygon: [[6.6, 53], [6.7, 53], [6.7, 53.1]] } }
    expect(inAddress(drawn).area).toEqual(drawn.area)
  })

  test('of an empty address is one that waits for an area and for what bounds it', () => {
    const empty = readQuestion({}, 'Basisschool')
    expect(completeQuestion(empty)).toBeUndefined()
    expect(completeQuestion({ ...empty, area: { codes: ['GM1680'] } })).toBeUndefined()
    const { goal: _, ...rest } = empty
    for (const more of [{ openCount: 1 }, { minimumSize: 23 }, { budget: 0 }, { goal: 'setCovering' as const }]) expect(completeQuestion({ goal: 'median', ...rest, area: { codes: ['GM1680'] }, ...more })).toBeDefined()
    expect(completeQuestion({ ...empty, openCount: 1, area: { polygon: [[6, 53], [6.1, 53]] } })).toBeUndefined()
  })

  test('takes for usual what the schema takes for usual, and leaves out what cannot be read', () => {
    const { normMinutes } = documentOf({ format: 'topdorp-siting/1', name: 'x', facilityType: 'hospital', area: { codes: ['GM1680'] }, openCount: 1 })
    expect(normMinutes).toBe(USUAL_NORM)
    expect(readQuestion({ aantal: 'veel', norm: '-3', kosten: 'locatie:x,km:0.5', meer: '{', vlak: 'a b', doel: 'alles' }, 'x')).toMatchObject({ normMinutes: USUAL_NORM, costs: { personKilometre: 0.5 }, goal: 'median', area: { codes: [] } })
  })
})
