/** The main menu: the steps of the cycle (see, explore, agree, act, learn), and what explains them. A new page is one line here. */
import type { Messages } from '#web/messages/nl/index.ts'

export interface MenuGroup {
  readonly name: keyof Messages['menu']
  readonly links: readonly (readonly [path: string, text: keyof Messages['nav']])[]
}

export const MENU: readonly MenuGroup[] = [
  {
    name: 'see',
    links: [
      ['/kaart', 'map'],
      ['/selectie', 'selection'],
      ['/index', 'index'],
      ['/index/eigen', 'ownIndex'],
      ['/vergelijk', 'compare'],
      ['/eigen-dorp', 'ownVillage'],
      ['/signaal', 'signal'],
      ['/signalen', 'signals'],
    ],
  },
  {
    name: 'explore',
    links: [
      ['/vooruitblik', 'outlook'],
      ['/vooruitblik/kaart', 'outlookMap'],
      ['/vooruitblik/terugtoets', 'backTest'],
      ['/bereik', 'reach'],
      ['/scholen', 'schools'],
      ['/leefregios', 'dailyRegions'],
      ['/plan', 'siting'],
      ['/bereik/normen', 'norms'],
      ['/scenarios', 'scenarios'],
    ],
  },
  {
    name: 'explain',
    links: [
      ['/methode', 'methods'],
      ['/begrippen', 'glossary'],
      ['/bronnen', 'sources'],
      ['/index/vergelijking', 'indexValidation'],
      ['/bereik/vergelijking', 'distances'],
      ['/importverslag', 'report'],
      ['/over', 'about'],
    ],
  },
]
