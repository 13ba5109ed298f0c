import { expect, test } from 'vitest'
import { roundPoint, writeGeoJson } from '#steps/see/write-geojson.ts'

test('coordinates in files have five decimals, which is a metre, and other numbers all of theirs', () => {
  expect(roundPoint([6.123456789012345, 53.00000499])).toEqual([6.12346, 53])
  const features = [
    { geometry: { type: 'Point', coordinates: [4.158764, 52.0024279] }, properties: { minutes: 1.23456789 } },
    { geometry: { type: 'MultiPolygon', coordinates: [[[[6.6000049, 53.1234567], [6.7, 53]]]] }, properties: {} },
  ]
  expect(JSON.parse(writeGeoJson({ type: 'FeatureCollection', features }))).toEqual({
    type: 'FeatureCollection',
    features: [
      { geometry: { type: 'Point', coordinates: [4.15876, 52.00243] }, properties: { minutes: 1.23456789 } },
      { geometry: { type: 'MultiPolygon', coordinates: [[[[6.6, 53.12346], [6.7, 53]]]] }, properties: {} },
    ],
  })
})
