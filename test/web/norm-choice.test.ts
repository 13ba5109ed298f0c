import { describe, expect, test } from 'vitest'
import { findAskable, readNormChoice, readNorms, writeNorms } from '#web/norms-page/norm-choice.ts'

describe('norms of one’s own in the address', () => {
  test('are read as they were written', () => {
    const norms = [{ facilityType: 'primarySchool', mode: 'bicycle', mostMinutes: 12.5, leastSize: 60 }, { facilityType: 'hospital', mode: 'car', mostMinutes: 45 }, { facilityType: 'communityBuilding', mode: 'foot', leastSize: 0 }] as const
    const text = writeNorms(norms)
    expect(text).toBe('basisschool:fiets:12.5:60,ziekenhuis:auto:45:,dorpshuis:lopend::0')
    expect(readNorms(text)).toEqual({ norms, leftOut: [] })
  })

  test('that cannot be read are named, and amounts that cannot be are left open', () => {
    expect(readNorms('zwembad:fiets:10:,basisschool:bus:10:,basisschool:fiets:-3:veel')).toEqual({ norms: [{ facilityType: 'primarySchool', mode: 'bicycle' }], leftOut: ['zwembad:fiets:10:', 'basisschool:bus:10:'] })
  })

  test('go before the set that was chosen, and a norm that says nothing is not asked', () => {
    const set = { id: 'landelijk', document: { name: 'Landelijk', norms: [{ facilityType: 'hospital', mostMinutes: 45 }] } } as const
    const sets = [{ ...set, document: { ...set.document, norms: [...set.document.norms] } }]
    expect(readNormChoice({}, sets, 'Eigen')?.id).toBe('landelijk')
    const own = readNormChoice({ normen: 'landelijk', eigen: 'basisschool:fiets::' }, sets, 'Eigen')!
    expect([own.id, own.document.norms]).toEqual(['eigen', [{ facilityType: 'primarySchool', mode: 'bicycle' }]])
    expect(findAskable(own.document)).toBeUndefined()
  })
})
