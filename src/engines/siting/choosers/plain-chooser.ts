import type { Choice, CostQuestion, Effort, SiteChooser } from '#engines/siting/choosers/site-chooser.ts'
import type { SitingControl } from '#engines/siting/control.ts'
import { coverGreedily, createCoverTask, findCover } from '#engines/siting/cover/find-cover.ts'
import type { Frame } from '#engines/siting/frame.ts'
import { tabulate } from '#engines/siting/frame.ts'
import { limitColumns } from '#engines/siting/median/limited-columns.ts'
import { selectSites } from '#engines/siting/median/select-sites.ts'

/** Nodes of the search tree that a look takes. */
const NODES_OF_LOOK = 200

function restrain(control: SitingControl, effort: Effort): SitingControl {
  if (effort === 'all') return control
  const { integerSolver: _, ...own } = control
  return { ...own, maximumNodes: Math.min(NODES_OF_LOOK, control.maximumNodes ?? NODES_OF_LOOK) }
}

/** Nothing restrains the plan but the number of sites, and limits where people's trips are added up; everybody goes to the nearest. */
export function createPlainChooser(frame: Frame, control: SitingControl): SiteChooser {
  const toSites = (columns: Int32Array) => columns.map((column) => frame.sites[column]!)
  return {
    chooseCheapest({ openCount, priceOf, unservedPrice, below, effort = 'all' }: CostQuestion): Choice {
      const { limits, locked, idleCount, openCount: columnCount } = limitColumns(frame, openCount)
      const cells = tabulate(frame, priceOf, unservedPrice, idleCount)
      const { columns, value, bound } = selectSites(cells, columnCount, locked, restrain(control, effort), { limits, onlyBound: effort === 'bound', ...(below !== undefined && { below }) })
      return { value, bound, ...(value < Infinity && { sites: toSites(columns.filter((column) => column < frame.sites.length)) }) }
    },
    chooseWithin(mostMinutes, openCount): Choice {
      const task = createCoverTask(frame, mostMinutes)
      const cover = findCover(task, openCount, control)
      if (typeof cover === 'string') return { value: Infinity, bound: cover === 'none' ? Infinity : task.leastCount }
      return { sites: toSites(cover), value: cover.length, bound: task.leastCount }
    },
    chooseFewest(mostMinutes): Choice {
      const task = createCoverTask(frame, mostMinutes)
      if (task.leastCount === Infinity) return { value: Infinity, bound: Infinity }
      let best = coverGreedily(task)
      let least = task.leastCount
      while (least < best.length) {
        const middle = Math.floor((least + best.length) / 2)
        const cover = findCover(task, middle, control)
        if (cover === 'unknown') break
        if (cover === 'none') least = middle + 1
        else best = cover
        control.onProgress?.({ phase: 'radius', value: best.length, bound: least })
      }
      return { sites: toSites(best), value: best.length, bound: least }
    },
  }
}
