/** Words for what the data are about: levels, themes, reasons. */
const level = {
  country: 'country',
  landsdeel: 'part of the country',
  province: 'province',
  corop: 'COROP area',
  municipality: 'municipality',
  district: 'district',
  neighbourhood: 'neighbourhood',
}

const missing = {
  suppressed: 'Kept secret',
  impossible: 'Cannot exist',
  notInEdition: 'Not in this edition',
  notInTable: 'Not in the source',
  rowMissing: 'Area missing in the source',
  noSuchArea: 'Area did not exist',
  partsMissing: 'Too many parts missing',
  notForLevel: 'Not for this kind of area',
  refused: 'Unreadable in the source',
  roundingConflict: 'Rounded too coarsely',
  noFigures: 'Not a single figure',
  tooFewFigures: 'Too few figures',
  noWay: 'Nobody lives there, or no travel time is known',
  sizeUnknown: 'Size not known',
}

const missingExplanation = {
  suppressed: 'The source does not show this figure: too few people live there, or too few answered.',
  impossible: 'This figure cannot exist here, such as the average household where nobody lives.',
  notInEdition: 'The edition of the table that was imported has this column empty for this year and kind of area. The source may fill it later.',
  notInTable: 'The table of this year does not have these figures.',
  rowMissing: 'The row of this area is missing from the table that was imported.',
  noSuchArea: 'The area did not exist in this year, or cannot be compared with an area of that time.',
  partsMissing: 'This is a sum or a mean, and too many of its parts are missing.',
  notForLevel: 'This figure has no meaning for this kind of area.',
  refused: 'The file held something that is not a valid figure. The import report names it.',
  roundingConflict: 'The source rounds small counts. Here that makes a part larger than the whole, which cannot be.',
  noFigures: 'There is not a single figure here for a score.',
  noWay: 'Nobody lives here, we do not know where it is, or no travel time is known.',
  sizeUnknown: 'What is within reach here has no size in its source. Nought would be wrong.',
  tooFewFigures: 'There are too few figures here for a score. We fill in nothing.',
}

export const data = {
  level,
  levels: {
    country: 'The Netherlands',
    landsdeel: 'Parts of the country',
    province: 'Provinces',
    corop: 'COROP areas',
    municipality: 'Municipalities',
    district: 'Districts',
    neighbourhood: 'Neighbourhoods',
  },
  resultKind: { ...level, village: 'village or town', postcode: 'postcode' },
  theme: {
    population: 'Population',
    school: 'School',
    work: 'Work',
    income: 'Income',
    health: 'Health and care',
    housing: 'Housing',
    safety: 'Safety',
    community: 'Community',
  },
  missing,
  missingExplanation,
  bridged: { asPublished: 'as published', addedUp: 'added up from former areas', estimated: 'estimated' },
  direction: {
    higherIsBetter: 'More is better',
    lowerIsBetter: 'Less is better',
    neutral: 'More is neither better nor worse',
  },
}
