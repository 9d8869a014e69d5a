export interface EarlyEvents<T> {
  emit(value: T): void
  /** Gives the way to stop listening. */
  listen(listener: (value: T) => void): () => void
}

/** Keeps what comes before anybody listens, and hands it to the first who does. */
export function earlyEvents<T>(): EarlyEvents<T> {
  const listeners = new Set<(value: T) => void>()
  let early: T[] = []
  return {
    emit(value) {
      if (listeners.size === 0) early.push(value)
      for (const listener of listeners) listener(value)
    },
    listen(listener) {
      listeners.add(listener)
      const missed = early
      early = []
      for (const value of missed) listener(value)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
