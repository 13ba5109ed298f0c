/**
 * Municipalities of the regions of 2016 that ceased to exist, where they went, and with how many inhabitants.
 * Source: CBS, descriptions of municipalities in StatLine 03759ned (regions). A merger of which some givers lie outside the
 * regions has more inhabitants than those that are listed. Later changes of these boundaries moved at most three inhabitants.
 */
import type { RegionChange } from '#domain/regions/named-region.ts'

export const CHANGES_SINCE_2016: readonly RegionChange[] = [
  { year: 2018, into: { code: 'GM1950', name: 'Westerwolde' }, from: { GM0007: 8816, GM0048: 15868 }, inhabitants: 24684 },
  // With Hoogezand-Sappemeer (34,158) and Slochteren (14,782).
  { year: 2018, into: { code: 'GM1952', name: 'Midden-Groningen' }, from: { GM1987: 12013 }, inhabitants: 60953 },
  { year: 2018, into: { code: 'GM1949', name: 'Waadhoeke' }, from: { GM0063: 10560, GM0070: 20213, GM0140: 1878, GM1908: 13450 }, inhabitants: 46101 },
  // Leeuwarden (108,942) and Súdwest-Fryslân (84,183) went on.
  { year: 2018, into: { code: 'GM0080', name: 'Leeuwarden' }, from: { GM0081: 10079, GM0140: 3394 }, inhabitants: 122415 },
  { year: 2018, into: { code: 'GM1900', name: 'Súdwest-Fryslân' }, from: { GM0140: 5411 }, inhabitants: 89594 },
  // With Bedum (10,493) and the larger part of Winsum (11,947).
  { year: 2019, into: { code: 'GM1966', name: 'Het Hogeland' }, from: { GM1651: 15411, GM1663: 10037 }, inhabitants: 47888 },
  { year: 2019, into: { code: 'GM1970', name: 'Noardeast-Fryslân' }, from: { GM0058: 23845, GM1722: 8575, GM0079: 12761 }, inhabitants: 45181 },
  { year: 2019, into: { code: 'GM1954', name: 'Beekdaelen' }, from: { GM0951: 15187, GM0881: 7782, GM0962: 12758 }, inhabitants: 35727 },
  { year: 2019, into: { code: 'GM1963', name: 'Hoeksche Waard' }, from: { GM0585: 29292, GM0611: 12916, GM0588: 11269, GM0584: 24403, GM0617: 8776 }, inhabitants: 86656 },
  { year: 2021, into: { code: 'GM1979', name: 'Eemsdelta' }, from: { GM0003: 11496, GM0010: 24596, GM0024: 9495 }, inhabitants: 45587 },
]
