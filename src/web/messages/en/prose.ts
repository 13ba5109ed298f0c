/** Longer text: about, accessibility, glossary. */
export const prose = {
  about: {
    title: 'About Topdorp',
    lead: 'Topdorp helps villages, neighbourhoods and regions step by step: see, explore, agree, act and learn.',
    sections: [
      {
        title: 'For whom',
        text: [
          'For residents and village associations, who want to see their village on one page.',
          'For policy advisors of municipality, region, province and state, for researchers and for village supporters.',
        ],
      },
      {
        title: 'What you may expect of the figures',
        text: [
          'Every figure has a source, a date and an explanation. Where a figure is missing, the reason is given.',
          'A series over years is on the boundaries of today. Where that cannot be done you see a break and the reason.',
          'What did not come in with the import is in the import report.',
        ],
      },
      {
        title: 'What Topdorp does not know',
        text: [
          'A village is often not the same as a district or neighbourhood of Statistics Netherlands. Then draw your own village.',
          'Small numbers are rounded or kept secret by the source. That protects people.',
          'Figures are not the whole story. Talk about them with each other.',
        ],
      },
      {
        title: 'Privacy',
        text: [
          'You need no account. The site sets no cookies for visitors and loads nothing from other sites.',
          'What you choose is only in the address of the page.',
        ],
      },
    ],
  },
  accessibility: {
    title: 'Accessibility',
    lead: 'Everybody must be able to use Topdorp. We follow WCAG 2.2, level A and AA.',
    sections: [
      {
        title: 'What you may expect',
        text: [
          'Everything works by keyboard. Every map and chart has a table with the same figures.',
          'The site works on a narrow screen and at 400 percent zoom. Colours can be told apart with colour blindness.',
          'Motion is off when you have chosen so in your system.',
        ],
      },
      {
        title: 'How this was checked',
        text: [
          'With every change a program tests all pages in a real browser, on a wide and a narrow screen.',
          'An independent audit has not been done yet, so we do not call the site fully accessible.',
        ],
      },
      {
        title: 'What we know is not good yet',
        text: [
          'The map itself cannot be read with a screen reader. Use the table beside it: it has the same figures.',
          'Wide tables scroll sideways on a narrow screen.',
        ],
      },
      {
        title: 'Does something not work?',
        text: ['Tell the organisation that offers this site. Say which page it was and what you wanted to do.'],
      },
    ],
  },
  glossary: {
    title: 'Glossary',
    lead: 'What every topic means, how it is computed and for which years there are figures.',
    filter: 'Search a term',
    levelsTitle: 'Kinds of areas',
    levelText: {
      country: 'The whole of the Netherlands (land).',
      landsdeel: 'A group of provinces: north, east, west or south.',
      province: 'One of the twelve provinces (provincie).',
      corop: 'A group of municipalities around a larger town. There are forty; they are used for regional research.',
      municipality: 'A gemeente, with the boundaries of 1 January of the year.',
      district: 'In Dutch a wijk: part of a municipality, which draws the boundaries.',
      neighbourhood: 'In Dutch a buurt: the smallest area for which Statistics Netherlands has figures. One or more of them are a district.',
    },
    village: 'Village or town',
    villageText: 'A place with a name. Its figures are those of the smallest CBS area in which the middle of the place lies.',
    missingTitle: 'Why a figure can be missing',
    indicatorsTitle: 'Topics',
    years: 'Years',
    levels: 'Kinds of areas',
    showOnMap: 'Show on the map',
    published: 'Published by the source',
    derived: 'Computed by Topdorp',
    protected: 'This is about origin. It never counts in a ranking.',
    none: 'No term found.',
  },
}
