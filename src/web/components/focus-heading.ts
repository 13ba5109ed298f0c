/** The focus on the heading of a section (see page.tsx), for when the button that asked for what it holds goes. */
export function focusHeading(section: string): void {
  const heading = document.getElementById(`${section}-titel`)
  if (heading === null) return
  heading.tabIndex = -1
  heading.focus()
}
