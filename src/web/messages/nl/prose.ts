/** Longer text: about, accessibility, glossary. */
export const prose = {
  about: {
    title: 'Over Topdorp',
    lead: 'Topdorp helpt dorpen, buurten en regio’s stap voor stap vooruit: kijken, verkennen, afspreken, doen en leren.',
    sections: [
      {
        title: 'Voor wie',
        text: [
          'Voor bewoners en dorpsbelangen, die hun dorp op één pagina willen zien.',
          'Voor beleidsadviseurs van gemeente, regio, provincie en Rijk. En voor onderzoekers en dorpsondersteuners.',
        ],
      },
      {
        title: 'Wat u van de cijfers mag verwachten',
        text: [
          'Elk cijfer heeft een bron, een datum en een uitleg. Ontbreekt een cijfer? Dan staat erbij waarom.',
          'Een reeks over jaren staat op de grenzen van nu. Waar dat niet kan, ziet u een breuk en de reden.',
          'Wat bij het inlezen niet binnenkwam, staat in het importverslag.',
        ],
      },
      {
        title: 'Wat Topdorp niet weet',
        text: [
          'Een dorp valt vaak niet samen met een wijk of buurt van het CBS. Teken dan uw eigen dorp.',
          'Kleine aantallen zijn door de bron afgerond of geheim gehouden. Dat beschermt mensen.',
          'Cijfers zijn niet het hele verhaal. Praat er met elkaar over.',
        ],
      },
      {
        title: 'Privacy',
        text: [
          'U hebt geen account nodig. De site zet geen cookies bij bezoekers en laadt niets van andere sites.',
          'Wat u kiest staat alleen in het adres van de pagina.',
        ],
      },
    ],
  },
  accessibility: {
    title: 'Toegankelijkheid',
    lead: 'Iedereen moet Topdorp kunnen gebruiken. Wij volgen de regels van WCAG 2.2, niveau A en AA.',
    sections: [
      {
        title: 'Wat u mag verwachten',
        text: [
          'Alles werkt met het toetsenbord. Elke kaart en elke grafiek heeft een tabel met dezelfde cijfers.',
          'De site werkt op een smal scherm en bij 400 procent vergroting. Kleuren zijn te onderscheiden als u kleurenblind bent.',
          'Beweging staat uit als u dat in uw systeem hebt gekozen.',
        ],
      },
      {
        title: 'Hoe dit is nagegaan',
        text: [
          'Bij elke wijziging test een programma alle pagina’s in een echte browser, op breed en smal scherm.',
          'Een onderzoek door een onafhankelijk bureau is nog niet gedaan. Wij noemen de site daarom nog niet volledig toegankelijk.',
        ],
      },
      {
        title: 'Wat wij weten dat nog niet goed is',
        text: [
          'Met een schermlezer is de kaart zelf niet te lezen. Gebruik de tabel ernaast: die heeft dezelfde cijfers.',
          'Brede tabellen scrollen op een smal scherm opzij.',
        ],
      },
      {
        title: 'Werkt er iets niet?',
        text: ['Meld het bij de organisatie die deze site aanbiedt. Zeg op welke pagina het was en wat u wilde doen.'],
      },
    ],
  },
  glossary: {
    title: 'Begrippen',
    lead: 'Wat elk onderwerp betekent, hoe het is berekend en over welke jaren er cijfers zijn.',
    filter: 'Zoek een begrip',
    levelsTitle: 'Soorten gebieden',
    levelText: {
      country: 'Heel Nederland.',
      landsdeel: 'Een groep provincies: Noord, Oost, West of Zuid.',
      province: 'Een van de twaalf provincies.',
      corop: 'Een groep gemeenten rond een grotere stad. Er zijn er veertig. Ze worden gebruikt voor regionaal onderzoek.',
      municipality: 'Een gemeente, met de grenzen van 1 januari van het jaar.',
      district: 'Een deel van een gemeente. De gemeente bepaalt de grenzen.',
      neighbourhood: 'Het kleinste gebied waarover het CBS cijfers geeft. Een of meer buurten vormen een wijk.',
    },
    village: 'Dorp of stad',
    villageText: 'Een plaats met een naam. De cijfers zijn van het kleinste CBS-gebied waarin het midden van de plaats ligt.',
    missingTitle: 'Waarom een cijfer kan ontbreken',
    indicatorsTitle: 'Onderwerpen',
    years: 'Jaren',
    levels: 'Soorten gebieden',
    showOnMap: 'Toon op de kaart',
    published: 'Gepubliceerd door de bron',
    derived: 'Berekend door Topdorp',
    protected: 'Dit gaat over herkomst. Het telt nooit mee in een rangorde.',
    none: 'Geen begrip gevonden.',
  },
}
