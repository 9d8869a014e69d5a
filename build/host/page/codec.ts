/** Values as IPC carries them ⇄ text, as the structured clone would: bytes, dates, maps, sets, errors, undefined, … */
export interface Codec {
  /** @throws Error 'An object could not be cloned.' as Electron says for functions, promises, DOM nodes. */
  encode(value: unknown): string
  decode(text: string): unknown
}

/** How bytes become text; it differs between Node and a page. */
export interface Base64 {
  from(bytes: Uint8Array): string
  to(text: string): Uint8Array<ArrayBuffer>
}

/** Its own text is run in the page too: it may use nothing outside itself. */
export function makeCodec(base64: Base64): Codec {
  // A tagged value is an object whose only key is this; an object that has such a key itself is written as entries.
  const tag = '$'
  const views = [Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array]
  const wideViews = [Float32Array, Float64Array, BigInt64Array, BigUint64Array]
  const errors = [EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError]
  const tagged = (kind: string, ...rest: unknown[]) => ({ [tag]: [kind, ...rest] })
  const notCloneable = () => new Error('An object could not be cloned.')

  function encodeObject(value: object, parents: readonly object[]): unknown {
    if (parents.includes(value)) throw new Error('The Chromium host carries no cyclic values over IPC.')
    const inside = (child: unknown) => encodeValue(child, [...parents, value])
    if (Array.isArray(value)) return Array.from(value, inside)
    if (value instanceof Date) return tagged('date', value.getTime())
    if (value instanceof ArrayBuffer) return tagged('buffer', base64.from(new Uint8Array(value)))
    if (ArrayBuffer.isView(value)) {
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
      // Node's Buffer is a Uint8Array everywhere else.
      const name = [...views, ...wideViews].find((view) => value instanceof view)?.name ?? 'DataView'
      return tagged('view', name, base64.from(bytes))
    }
    if (value instanceof Error) return tagged('error', value.name, value.message, value.stack ?? '')
    if (value instanceof Map)
      return tagged(
        'map',
        Array.from(value, (pair) => pair.map(inside)),
      )
    if (value instanceof Set) return tagged('set', Array.from(value, inside))
    if (Object.prototype.toString.call(value) !== '[object Object]') throw notCloneable()
    const entries = Object.entries(value).map(([key, child]): [string, unknown] => [key, inside(child)])
    return tag in value ? tagged('object', entries) : Object.fromEntries(entries)
  }

  function encodeValue(value: unknown, parents: readonly object[]): unknown {
    switch (typeof value) {
      case 'undefined':
        return tagged('undefined')
      case 'number':
        return Number.isFinite(value) && !Object.is(value, -0)
          ? value
          : tagged('number', Object.is(value, -0) ? '-0' : String(value))
      case 'bigint':
        return tagged('bigint', String(value))
      case 'function':
      case 'symbol':
        throw notCloneable()
      case 'object':
        return value === null ? null : encodeObject(value, parents)
      default:
        return value
    }
  }

  function decodeView(name: string, bytes: Uint8Array<ArrayBuffer>): unknown {
    const View = [...views, ...wideViews].find((view) => view.name === name)
    return View === undefined ? new DataView(bytes.buffer) : new View(bytes.buffer)
  }

  function decodeError(name: string, message: string, stack: string): Error {
    const Kind = errors.find((kind) => kind.name === name) ?? Error
    return Object.assign(new Kind(message), { stack })
  }

  function decodeTagged([kind, ...rest]: readonly unknown[]): unknown {
    const [first, second, third] = rest
    const list = Array.isArray(first) ? first : []
    switch (kind) {
      case 'number':
        return Number(first)
      case 'bigint':
        return BigInt(String(first))
      case 'date':
        return new Date(Number(first))
      case 'buffer':
        return base64.to(String(first)).buffer
      case 'view':
        return decodeView(String(first), base64.to(String(second)))
      case 'error':
        return decodeError(String(first), String(second), String(third))
      case 'map':
        return new Map(list.map(([key, value]) => [decodeValue(key), decodeValue(value)]))
      case 'set':
        return new Set(list.map(decodeValue))
      case 'object':
        return Object.fromEntries(list.map(([key, value]) => [key, decodeValue(value)]))
      default:
        return undefined
    }
  }

  function decodeValue(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(decodeValue)
    const entries = Object.entries(value)
    const [only] = entries
    if (only?.[0] === tag && Array.isArray(only[1])) return decodeTagged(only[1])
    return Object.fromEntries(entries.map(([key, child]) => [key, decodeValue(child)]))
  }

  return {
    encode: (value) => JSON.stringify(encodeValue(value, [])),
    decode: (text) => decodeValue(JSON.parse(text)),
  }
}
