/** How figures are made, choice by choice, in plain words. The exact method is in docs/methods. */
export const methods = {
  title: 'Hoe is dit gemaakt?',
  lead: 'Hoe Topdorp rekent, in gewone woorden: elke keuze en de reden ervan.',
  choices: 'Elke keuze, met de reden',
  choice: 'Keuze',
  reason: 'Reden',
  more: 'De precieze methode, met formules en bronnen (in het Engels)',
  toIndex: 'Hoe is deze index gemaakt?',
  toSelection: 'Hoe werkt een selectie?',
  toOutlook: 'Hoe is de vooruitblik gemaakt?',
  toReach: 'Hoe zijn reistijden berekend?',
  toRegions: 'Hoe zijn leefregio’s gemaakt?',
  pages: {
    'basis-op-orde': {
      title: 'Hoe is de index Basis op orde gemaakt?',
      lead: 'Eén score die zegt hoe ver de basis in een plaats achterblijft. Hier leest u stap voor stap hoe die ontstaat.',
      page: ['/index', 'Naar de index'],
      sections: [
        {
          title: 'In het kort',
          text: [
            'De index telt zeven onderdelen: school, werk, inkomen, zorg en gezondheid, wonen, veiligheid en samenleven.',
            'Elk onderdeel bestaat uit een of meer cijfers, vooral van het CBS. Welke dat zijn en van welk jaar, staat op de pagina van de index onder “Wat er in zit”.',
            'Een hogere score is een grotere achterstand. Rang 1 heeft de grootste achterstand.',
          ],
        },
        {
          title: 'Stap voor stap',
          text: [
            '1. Per cijfer zetten we alle gebieden op volgorde. Elk gebied krijgt een getal van 0 tot 100: welk deel van de gebieden het beter doet.',
            '2. Per onderdeel nemen we het gemiddelde van die getallen. Sommige cijfers tellen dubbel.',
            '3. De onderdelen zetten we nog eens op volgorde. Daarbij telt een grote achterstand extra: het slechtste tiende deel van de gebieden krijgt de helft van de schaal.',
            '4. De score is het gemiddelde van de onderdelen. Een onderdeel met maar één cijfer telt half.',
            '5. De gebieden krijgen een rang, van de hoogste score naar de laagste. Gelijke scores krijgen dezelfde rang.',
          ],
        },
        {
          title: 'Wat de index niet weet',
          text: [
            'Over misdaad en overlast zijn er geen cijfers. Veiligheid is hier alleen de afstand tot de brandweer.',
            'Over gezondheid zelf is er geen cijfer. Het aantal uitkeringen voor arbeidsongeschiktheid komt het dichtst in de buurt.',
            'Voor wijken en buurten zijn er minder cijfers dan voor gemeenten. Vergelijk de twee daarom niet met elkaar.',
            'Niet alle cijfers zijn even nieuw. Het jaar staat bij elk cijfer.',
          ],
        },
        {
          title: 'Hoe zeker is een rang?',
          text: [
            'Een rang hangt af van keuzes die ook anders hadden gekund. Daarom rekent Topdorp de index op verzoek 2.000 keer door, met andere gewichten, een andere schaal, een ander gemiddelde of een cijfer minder.',
            'Bij elk gebied staat dan waar negen van de tien rangen tussen liggen.',
            'Het CBS rondt percentages af op hele procenten. Ook daardoor kan een rang wat verschuiven.',
          ],
        },
        {
          title: 'Vergelijken met vroeger',
          text: [
            'De formule is dezelfde, op de cijfers van enkele jaren eerder en op de grenzen van nu.',
            'Van sommige cijfers is er geen eerder jaar. Die houden hun waarde, en de pagina zegt welke dat zijn.',
          ],
        },
        {
          title: 'Waar u op moet letten',
          text: ['Een score wijst aan waar u het eerst gaat kijken. Zij beslist niets over een plaats. Praat erover met de mensen die er wonen.'],
        },
      ],
      choices: [
        ['Alle onderdelen wegen even zwaar', 'Er is geen reden om het ene belangrijker te vinden dan het andere. Ook dat is een keuze. Hoeveel ervan afhangt, ziet u bij “Hoe zeker is een rang?”.'],
        ['Een onderdeel met één cijfer telt half', 'Eén cijfer vertelt maar een deel van het verhaal. De OESO noemt dit een goede reden voor andere gewichten.'],
        ['Laag opgeleid telt, hoog opgeleid niet', 'De index gaat over wat ontbreekt. Wie mbo deed, loopt nergens op achter.'],
        ['Werk: mensen met een uitkering', 'Dat is een telling van iedereen, geen steekproef. Het aantal werkenden telt tot 75 jaar. Dan zou een ouder dorp alleen door leeftijd achterlopen.'],
        ['Gezondheid: arbeidsongeschiktheid', 'Op dit niveau is er geen beter cijfer. De Engelse index doet hetzelfde.'],
        ['Afstanden tellen mee zoals ze zijn', 'In een dorp is de afstand juist wat er mist. Wie geen auto heeft, merkt dat het meest. Dat weet de index niet.'],
        ['Geen kinderopvang', 'Opvang is geen school. Bij wijken zou het als enige cijfer voor heel “school” staan.'],
        ['Geen WOZ-waarde, prijs, huur of koop', 'Een lage waarde is goedkoop wonen, en ook weinig vraag. Wat beter is, valt niet te zeggen.'],
        ['Geen Wmo en geen jeugdzorg', 'Wie hulp krijgt, is geholpen. Het cijfer telt hulp net zo goed als nood.'],
        ['Geen leeftijd, huishoudens of krimp', 'Een ouder of krimpend dorp loopt daardoor niet achter. Kies daarop met een selectie.'],
        ['Geen herkomst en geen nationaliteit', 'Die zeggen niets over wat een plaats mist. Een index die ze bevat, weigert Topdorp.'],
        ['Geen Leefbaarometer', 'Dat is zelf een model. Wij vergelijken ermee, dus het mag er niet in zitten.'],
        ['Cijfers worden een volgorde', 'Eén heel hoog cijfer trekt de rest dan niet scheef.'],
        ['Gewoon gemiddelde binnen een onderdeel', 'Cijfers van hetzelfde onderdeel mogen elkaar aanvullen.'],
        ['Grote achterstand telt extra tussen onderdelen', 'Wie ver achterloopt met werk, maakt dat niet goed met een winkel dichtbij. De Engelse index doet dit ook.'],
        ['Drie kwart van het gewicht moet er zijn', 'Met minder cijfers moet u te veel aannemen. Wij vullen niets in.'],
        ['De gebieden van nu', 'Zo staat elke plaats tussen de plaatsen van vandaag. Oudere cijfers zetten we op de grenzen van nu.'],
        ['Het nieuwste jaar dat bijna overal een cijfer heeft', 'Anders maakt een jaar dat nog maar deels uit is, de index leeg.'],
      ],
      document: 'docs/methods/basis-op-orde.md',
    },
    selectie: {
      title: 'Hoe werkt een selectie?',
      lead: 'Een selectie zegt van elke plaats of die voldoet aan voorwaarden: wel, niet, of dat weten we niet.',
      page: ['/selectie', 'Naar de selectie'],
      sections: [
        {
          title: 'Stap voor stap',
          text: [
            '1. U kiest een soort plaats, zoals gemeenten of buurten, en een jaar.',
            '2. U kiest voorwaarden: een cijfer, een verandering, de plek in een index of een verwachte verandering.',
            '3. U zegt hoeveel voorwaarden er moeten kloppen: alle, één, of minstens een aantal.',
            '4. Topdorp legt elk cijfer naast de grens. Het resultaat is een document dat iedereen kan narekenen.',
          ],
        },
        {
          title: 'Hoe dicht bij de grens?',
          text: [
            'Bij elke plaats staat de kleinste verandering waardoor zij omslaat. Eén is zo veel als het verschil tussen het laagste en het hoogste kwart van de plaatsen.',
            'Een lijn laat zien hoeveel plaatsen voldoen als u één grens verschuift. Zo ziet u of een klein verschil veel uitmaakt.',
          ],
        },
        {
          title: 'Krimpregio’s en anticipeerregio’s',
          text: [
            'Het Rijk noemt een regio een krimpregio als tot 2040 het aantal inwoners met 12,5 procent daalt en het aantal huishoudens met 5 procent. Topdorp rekent dat na met zijn eigen vooruitblik.',
            'De twintig regio’s van 2016 staan ernaast. Het Rijk koos ze met de prognoses van toen, en na overleg. Een andere uitkomst is daarom niet fout.',
          ],
        },
      ],
      choices: [
        ['Een cijfer dat ontbreekt is nooit “nee”', 'Anders vallen kleine plaatsen af, omdat hun cijfers geheim zijn. Zij heten “onbekend” en staan apart.'],
        ['Oudere cijfers op de grenzen van nu', 'Zo vergelijkt u dezelfde plek. Kan dat niet, dan is de uitkomst onbekend en staat erbij waarom.'],
        ['Zonder jaar: het nieuwste jaar dat bijna overal een cijfer heeft', 'Het document noemt het jaar. Zo komt er later hetzelfde uit.'],
        ['Hooguit 30 voorwaarden', 'Meer kan niemand nog controleren.'],
        ['Niet op herkomst', 'Daarop kiezen wij geen plaatsen uit.'],
        ['Gemeenten die samengingen, tellen voor een deel mee', 'Een regio van 2016 telt voor het deel van de inwoners dat toen bij de gemeente hoorde.'],
      ],
      document: 'docs/methods/selection.md',
    },
    vooruitblik: {
      title: 'Hoe is de vooruitblik gemaakt?',
      lead: 'Een berekening van hoeveel mensen en huishoudens ergens later wonen. Geen voorspelling die vaststaat.',
      page: ['/vooruitblik', 'Naar de vooruitblik'],
      sections: [
        {
          title: 'Stap voor stap',
          text: [
            '1. We beginnen met de mensen die er nu wonen, naar leeftijd, mannen en vrouwen.',
            '2. Elk jaar wordt iedereen een jaar ouder. Er worden kinderen geboren en er sterven mensen.',
            '3. Mensen verhuizen tussen gemeenten, en komen uit het buitenland of gaan erheen.',
            '4. Uit het aantal mensen volgt hoeveel huishoudens er zijn, en wie een school of zorg nodig kan hebben.',
            '5. Een wijk, buurt of dorp krijgt een deel van de uitkomst van de gemeente.',
          ],
        },
        {
          title: 'Hoe zeker is het?',
          text: [
            'Hetzelfde programma heeft eerdere jaren voorspeld. Dat vergeleken we met de telling. Uit die fouten komt de marge.',
            'Hoe kleiner de plaats en hoe verder weg het jaar, hoe breder de marge.',
          ],
        },
        {
          title: 'Wat de vooruitblik niet weet',
          text: [
            'Bouwplannen, een nieuwe school of een fabriek die sluit, zitten er niet in. Reken die zelf door met een scenario.',
            'Van een dorp is minder bekend dan van een gemeente. De uitkomst van een dorp is daarom ruwer.',
          ],
        },
      ],
      choices: [
        ['Alles gaat door zoals in de afgelopen jaren', 'Dat is de basis waarmee u een plan kunt vergelijken. Het is niet wat er moet gebeuren.'],
        ['Een marge bij elk getal', 'Eén getal lijkt zekerder dan het is.'],
        ['De toets staat bij elke gemeente', 'Zo ziet u of het programma hier eerder goed zat.'],
        ['Geen cijfers van na het begin', 'Anders lijkt de toets beter dan hij is.'],
      ],
      document: 'docs/methods/cohort-component.md',
    },
    bereik: {
      title: 'Hoe zijn reistijden berekend?',
      lead: 'Hoe ver is het naar de dichtstbijzijnde school of het ziekenhuis, en voor wie is dat te ver?',
      page: ['/bereik', 'Naar de reistijden'],
      sections: [
        {
          title: 'Stap voor stap',
          text: [
            '1. Elke buurt krijgt een punt waar de mensen wonen. Van dat punt zoeken we over de wegen de kortste reistijd naar elke voorziening. De dichtstbijzijnde telt.',
            '2. Mensen wonen om dat punt heen. Daarom telt hoe lang zij er gemiddeld over doen.',
            '3. We tellen hoeveel mensen langer onderweg zijn dan de norm die u kiest.',
            '4. Van een gemeente of provincie tellen we de buurten op, naar het aantal inwoners.',
          ],
        },
        {
          title: 'Wat de reistijden niet weten',
          text: [
            'Drukte, stoplichten, wachten en parkeren tellen niet mee. Ook openbaar vervoer zit er nog niet in.',
            'Waar het ingelezen pakket geen fijn wegennet heeft, rekenen we met grote wegen of met de rechte lijn. De pagina zegt voor hoeveel mensen.',
            'Dichtbij betekent niet dat er plaats is, of dat het bij u past.',
          ],
        },
      ],
      choices: [
        ['De dichtstbijzijnde voorziening telt', 'Wie verder reist uit eigen keuze, mist niets.'],
        ['U kiest de norm zelf', 'Wat te ver is, is geen rekenvraag. De pagina begint met een gewone norm.'],
        ['Auto, fiets en lopen apart', 'Niet iedereen heeft een auto. Kinderen en ouderen vaak niet.'],
        ['Mensen zonder bekende plek staan apart', 'Zij vallen niet stil weg. Hoeveel het er zijn, staat erbij.'],
      ],
      document: 'docs/methods/reach.md',
    },
    leefregios: {
      title: 'Hoe zijn leefregio’s gemaakt?',
      lead: 'Een leefregio is een gebied waarbinnen mensen zo veel mogelijk blijven: voor school, zorg en elkaar. Wij schatten die gebieden.',
      page: ['/leefregios', 'Naar de leefregio’s'],
      sections: [
        {
          title: 'Stap voor stap',
          text: [
            '1. Van elke wijk nemen we de plek waar de meeste mensen wonen.',
            '2. Tussen alle wijken rekenen we de reistijd met de auto uit, tot 45 minuten.',
            '3. We schatten waar mensen heen gaan. Mensen, leerlingen van middelbare scholen en ziekenhuizen trekken aan. Wat tien minuten verder ligt, trekt half zo veel.',
            '4. Elke wijk begint als eigen regio. De regio die het minst op zichzelf staat, wordt opgeheven. Haar wijken gaan naar de regio waar zij het meest mee te maken hebben.',
            '5. Dat gaat door tot het aantal over is dat u koos: 30 tot 60.',
            '6. Ligt een klein stuk los van zijn regio, dan gaat het mee met de regio eromheen.',
          ],
        },
        {
          title: 'Waarom de tabel meer rijen heeft dan u koos',
          text: [
            'Van sommige eilanden bereikt niemand in 45 minuten een andere regio. Zo’n eiland is een regio op zichzelf. Het telt niet mee in het aantal dat u kiest.',
            'De pagina zegt boven de tabel hoeveel eilanden er zijn.',
          ],
        },
        {
          title: 'Wat leefregio’s niet weten',
          text: [
            'Er zijn geen open cijfers over reizen tussen buurten. Waar mensen heen gaan, is dus geschat en niet geteld.',
            'Banen per wijk zijn niet bekend. Die tellen niet mee, terwijl mensen daar vaak voor reizen.',
            'Openbaar vervoer, fiets en drukte tellen niet mee.',
          ],
        },
        {
          title: 'Hoe zeker is het?',
          text: [
            'We maakten de regio’s ook met andere keuzes. De kernen bleven, de grenzen ertussen schoven op.',
            'Gebruik ze om te zien wie met wie te maken heeft. Beslis er niet mee aan welke kant van een grens een straat ligt.',
          ],
        },
      ],
      choices: [
        ['45 minuten met de auto', 'Een rapport over krimpregio’s (2020) noemt dat de wereld waarin mensen leven.'],
        ['30 tot 60 regio’s', 'Hetzelfde rapport spreekt van zo veel regio’s. U kiest het aantal zelf.'],
        ['Mensen, leerlingen en ziekenhuizen tellen even zwaar', 'Er zijn geen cijfers die zeggen wat zwaarder hoort te tellen.'],
        ['De methode van Coombes en Bond (2008)', 'Het CBS en bureaus in andere landen maken er ook arbeidsmarktregio’s mee.'],
        ['Hele wijken', 'Een buurt is te klein om te schatten waar haar mensen heen gaan.'],
        ['Eilanden apart', 'Zij reizen over water. Samen met een kust die zij niet bereiken, zijn zij geen regio.'],
        ['Wat niet past, wordt genoemd', 'Wijken die zijn verplaatst, of die geen bekende plek hebben, staan met naam op de pagina.'],
      ],
      document: 'docs/methods/daily-regions.md',
    },
  } as Record<'basis-op-orde' | 'selectie' | 'vooruitblik' | 'bereik' | 'leefregios', MethodText>,
}

export interface MethodText {
  readonly title: string
  readonly lead: string
  /** Address and words of the page that it is about. */
  readonly page: readonly [path: string, text: string]
  readonly sections: readonly { readonly title: string; readonly text: readonly string[] }[]
  readonly choices: readonly (readonly [choice: string, reason: string])[]
  /** Where the exact method is written down, in the project. */
  readonly document: string
}
