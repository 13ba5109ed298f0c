import type { ReactNode } from 'react'

interface AlertProps {
  kind: 'info' | 'warning' | 'error'
  title?: string
  children: ReactNode
  /** Read out at once by a screen reader; for what appears after an action. */
  live?: boolean
}

/** A message that stands out. */
export function Alert({ kind, title, children, live = false }: AlertProps) {
  return (
    <div className={`utrecht-alert utrecht-alert--${kind} td-alert`} {...(live && { role: kind === 'error' ? 'alert' : 'status' })}>
      <div className="utrecht-alert__content">
        <div className="utrecht-alert__message">
          {title !== undefined && <p className="td-alert__title">{title}</p>}
          {children}
        </div>
      </div>
    </div>
  )
}
