import type { methods as nl } from '#web/messages/nl/methods.ts'

export const methods: typeof nl = {
  title: 'How is this made?',
  lead: 'How Topdorp computes, in plain words: every choice and its reason.',
  choices: 'Every choice, and its reason',
  choice: 'Choice',
  reason: 'Reason',
  more: 'The exact method, with formulas and sources',
  toIndex: 'How is this index made?',
  toSelection: 'How does a selection work?',
  toOutlook: 'How is the outlook made?',
  toReach: 'How are travel times computed?',
  toRegions: 'How are regions of daily life made?',
  pages: {
    'basis-op-orde': {
      title: 'How is the index Basics in order made?',
      lead: 'One score that says how far the basics of a place lag behind. Read here, step by step, how it comes about.',
      page: ['/index', 'To the index'],
      sections: [
        {
          title: 'In short',
          text: [
            'The index has seven parts: school, work, income, care and health, housing, safety and community.',
            'Each part consists of one or more figures, most of them from Statistics Netherlands. Which ones, and of which year, is on the page of the index under “What is in it”.',
            'A higher score lags further behind. Rank 1 lags furthest behind.',
          ],
        },
        {
          title: 'Step by step',
          text: [
            '1. For each figure all areas are put in order. Every area gets a number from 0 to 100: which share of the areas does better.',
            '2. For each part we take the mean of those numbers. Some figures count twice.',
            '3. The parts are put in order again. There, lagging far behind counts extra: the worst tenth of the areas has half of the scale.',
            '4. The score is the mean of the parts. A part with a single figure counts half.',
            '5. The areas get a rank, from the highest score to the lowest. Equal scores have the same rank.',
          ],
        },
        {
          title: 'What the index does not know',
          text: [
            'There are no figures about crime and nuisance. Safety is only the distance to the fire brigade here.',
            'There is no figure about health itself. The number of disability benefits comes nearest.',
            'There are fewer figures for districts and neighbourhoods than for municipalities. So do not compare the two.',
            'Not all figures are equally new. The year is given with each.',
          ],
        },
        {
          title: 'How sure is a rank?',
          text: [
            'A rank hangs on choices that could have been others. So Topdorp computes the index 2,000 times on request, with other weights, another scale, another mean or one figure less.',
            'Each area then shows between which ranks nine out of ten lie.',
            'Statistics Netherlands rounds shares to whole percents. That too can move a rank a little.',
          ],
        },
        {
          title: 'Comparing with earlier years',
          text: [
            'The formula is the same, on the figures of some years earlier and the boundaries of today.',
            'Some figures have no earlier year. Those keep their value, and the page says which they are.',
          ],
        },
        {
          title: 'What to mind',
          text: ['A score points out where to look first. It decides nothing about a place. Talk about it with the people who live there.'],
        },
      ],
      choices: [
        ['All parts weigh the same', 'There is no reason to hold one more important than another. That too is a choice. How much hangs on it is under “How sure is a rank?”.'],
        ['A part with one figure counts half', 'One figure tells only a part of the story. The OECD names this as a good reason for other weights.'],
        ['Low education counts, higher education does not', 'The index is about what is lacking. Who did vocational school lags behind in nothing.'],
        ['Work: people on a benefit', 'That counts everybody and is no sample. People in work are counted up to 75 years: an older village would lag behind by its age alone.'],
        ['Health: disability benefit', 'There is no better figure at this level. The English index does the same.'],
        ['Distances count as they are', 'In a village the distance is just what is lacking. Who has no car feels it most, which the index does not know.'],
        ['No day care', 'Day care is no school. For districts it would be the only figure to stand for all of “school”.'],
        ['No taxable value, price, rent or ownership', 'A low value is cheap living, and also weak demand. Which way is better cannot be said.'],
        ['No social support and no youth care', 'Who receives help is helped. The figure counts help as much as need.'],
        ['No age, households or decline', 'An older or shrinking village does not lag behind by that. Use a selection for it.'],
        ['No origin and no nationality', 'They say nothing about what a place lacks. Topdorp refuses an index that has them.'],
        ['No Leefbaarometer', 'That is itself a model. We compare with it, so it may not be in it.'],
        ['Figures become an order', 'Then one very high figure does not distort the rest.'],
        ['Plain mean within a part', 'Figures of the same part may make up for each other.'],
        ['Lagging far behind counts extra between parts', 'Who lags far behind in work does not make up for it with a shop near by. The English index does this too.'],
        ['Three quarters of the weight must be there', 'With fewer figures too much is assumed. We fill in nothing.'],
        ['The areas of today', 'So every place stands among the places of today. Older figures are put on the boundaries of today.'],
        ['The newest year in which nearly all have the figure', 'Otherwise a year that is only partly published empties the index.'],
      ],
      document: 'docs/methods/basis-op-orde.md',
    },
    selectie: {
      title: 'How does a selection work?',
      lead: 'A selection says of every place whether it meets criteria: yes, no, or we do not know.',
      page: ['/selectie', 'To the selection'],
      sections: [
        {
          title: 'Step by step',
          text: [
            '1. You choose a kind of place, such as municipalities or neighbourhoods, and a year.',
            '2. You choose criteria: a figure, a change, the place in an index or a projected change.',
            '3. You say how many criteria must be met: all, one, or at least so many.',
            '4. Topdorp holds every figure against the threshold. The result is a document that anybody can compute again.',
          ],
        },
        {
          title: 'How close to the threshold?',
          text: [
            'Each place shows the smallest change that turns it. One is as much as the difference between the lowest and the highest quarter of the places.',
            'A line shows how many places are selected when you move one threshold. So you see whether a small difference matters much.',
          ],
        },
        {
          title: 'Shrinking regions and anticipating regions',
          text: [
            'The government calls a region shrinking when its inhabitants fall by 12.5 percent to 2040 and its households by 5 percent. Topdorp computes that with its own outlook.',
            'The twenty regions of 2016 stand beside it. The government chose them on the projections of then, and after talks. Another outcome is therefore not wrong.',
          ],
        },
      ],
      choices: [
        ['A missing figure is never a “no”', 'Otherwise small places drop out because their figures are secret. They are “unknown” and stand apart.'],
        ['Older figures on the boundaries of today', 'So you compare the same place. Where that is not possible the outcome is unknown, and it says why.'],
        ['Without a year: the newest in which nearly all have the figure', 'The document names the year. So it gives the same later.'],
        ['At most 30 criteria', 'Nobody can check more.'],
        ['Not by origin', 'We select no places by that.'],
        ['Municipalities that merged count in part', 'A region of 2016 counts for the share of the inhabitants that belonged to it then.'],
      ],
      document: 'docs/methods/selection.md',
    },
    vooruitblik: {
      title: 'How is the outlook made?',
      lead: 'A computation of how many people and households live somewhere later. Not a forecast that is certain.',
      page: ['/vooruitblik', 'To the outlook'],
      sections: [
        {
          title: 'Step by step',
          text: [
            '1. We begin with the people who live there now, by age, men and women.',
            '2. Every year everybody becomes a year older. Children are born and people die.',
            '3. People move between municipalities, and come from abroad or go there.',
            '4. From the people follows how many households there are, and who may need a school or care.',
            '5. A district, neighbourhood or village gets a share of the outcome of the municipality.',
          ],
        },
        {
          title: 'How sure is it?',
          text: [
            'The same program projected earlier years. We compared that with the count. The margin comes from those errors.',
            'The smaller the place and the further the year, the wider the margin.',
          ],
        },
        {
          title: 'What the outlook does not know',
          text: [
            'Building plans, a new school or a factory that closes are not in it. Compute those yourself with a scenario.',
            'Less is known of a village than of a municipality. So the outcome of a village is rougher.',
          ],
        },
      ],
      choices: [
        ['All goes on as in recent years', 'That is the base to compare a plan with. It is not what has to happen.'],
        ['A margin with every number', 'One number looks surer than it is.'],
        ['The test is shown with every municipality', 'So you see whether the program was right here before.'],
        ['No figures from after the beginning', 'Otherwise the test looks better than it is.'],
      ],
      document: 'docs/methods/cohort-component.md',
    },
    bereik: {
      title: 'How are travel times computed?',
      lead: 'How far is it to the nearest school or hospital, and for whom is that too far?',
      page: ['/bereik', 'To the travel times'],
      sections: [
        {
          title: 'Step by step',
          text: [
            '1. Every neighbourhood gets a point where its people live. From that point we look for the shortest time over the roads to every facility. The nearest counts.',
            '2. People live around that point. So what counts is how long it takes them on average.',
            '3. We count how many people travel longer than the norm you choose.',
            '4. For a municipality or province the neighbourhoods are added up, by their inhabitants.',
          ],
        },
        {
          title: 'What travel times do not know',
          text: [
            'Traffic, lights, waiting and parking do not count. Public transport is not in it yet either.',
            'Where the package has no fine road network we compute over main roads or in a straight line. The page says for how many people.',
            'Near by does not mean that there is room, or that it suits you.',
          ],
        },
      ],
      choices: [
        ['The nearest facility counts', 'Who travels further by choice lacks nothing.'],
        ['You choose the norm', 'What is too far is no matter of computing. The page begins with a usual norm.'],
        ['Car, bicycle and walking apart', 'Not everybody has a car. Children and older people often do not.'],
        ['People whose place is unknown stand apart', 'They do not drop out silently. How many there are is told.'],
      ],
      document: 'docs/methods/reach.md',
    },
    leefregios: {
      title: 'How are regions of daily life made?',
      lead: 'A region of daily life is an area that people stay within as much as possible: for school, care and each other. We estimate those areas.',
      page: ['/leefregios', 'To the regions of daily life'],
      sections: [
        {
          title: 'Step by step',
          text: [
            '1. Of every district we take the place where most people live.',
            '2. Between all districts we work out the time by car, up to 45 minutes.',
            '3. We estimate where people go. People, pupils of secondary schools and hospitals attract. What lies ten minutes further attracts half as much.',
            '4. Every district begins as its own region. The region that stands least by itself is dissolved. Its districts go to the region they have most to do with.',
            '5. That goes on until the number is left that you chose: 30 to 60.',
            '6. A small piece that lies apart from its region goes with the region around it.',
          ],
        },
        {
          title: 'Why the table has more rows than you chose',
          text: [
            'From some islands nobody reaches another region in 45 minutes. Such an island is a region by itself. It does not count for the number you choose.',
            'Above the table the page says how many islands there are.',
          ],
        },
        {
          title: 'What regions of daily life do not know',
          text: [
            'There are no open figures of trips between neighbourhoods. So where people go is estimated, not counted.',
            'Jobs by district are not known. They do not count, though people often travel for them.',
            'Public transport, bicycles and traffic do not count.',
          ],
        },
        {
          title: 'How sure is it?',
          text: [
            'We made the regions with other choices too. The centres stayed, the borders between them moved.',
            'Use them to see who has to do with whom. Do not use them to decide on which side of a border a street lies.',
          ],
        },
      ],
      choices: [
        ['45 minutes by car', 'A report on shrinking regions (2020) calls that the world people live in.'],
        ['30 to 60 regions', 'The same report speaks of so many. You choose the number.'],
        ['People, pupils and hospitals weigh as much', 'No figures say which should weigh more.'],
        ['The method of Coombes and Bond (2008)', 'Statistics Netherlands and offices in other countries make labour market areas with it too.'],
        ['Whole districts', 'A neighbourhood is too small to estimate where its people go.'],
        ['Islands apart', 'They travel over water. With a coast that they do not reach they are no region.'],
        ['What does not fit is named', 'Districts that were moved, or have no known place, are on the page by name.'],
      ],
      document: 'docs/methods/daily-regions.md',
    },
  },
}
