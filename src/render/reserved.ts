/** Words that cannot name a variable, a function or a type in strict TypeScript, or that confuse readers there. */
export const reservedWords: ReadonlySet<string> = new Set(
  (
    'any arguments as asserts async await bigint boolean break case catch class const constructor continue debugger ' +
    'default delete do else enum eval export exports extends false finally for from function get global globalThis ' +
    'if implements import in infer infinity instanceof interface intrinsic is keyof let module namespace NaN ' +
    'Infinity never new null number object of package private protected prototype public readonly require return ' +
    'satisfies set static string super switch symbol this throw true try type typeof undefined unique unknown using ' +
    'var void while with yield __proto__'
  ).split(' '),
);

/** Names of the language and of the web platform that a module must not shadow. */
export const globalNames: ReadonlySet<string> = new Set(
  (
    'AbortController AbortSignal AggregateError Array ArrayBuffer ArrayLike AsyncGenerator AsyncIterable ' +
    'AsyncIterableIterator AsyncIterator Atomics Awaited BigInt BigInt64Array BigUint64Array Blob Boolean Buffer ' +
    'Capitalize ConstructorParameters DataView Date Error EvalError Event EventTarget Exclude Extract ' +
    'FinalizationRegistry Float32Array Float64Array FormData Function Generator Headers InstanceType Int16Array ' +
    'Int32Array Int8Array Intl Iterable IterableIterator Iterator JSON Lowercase Map Math NoInfer NonNullable Number ' +
    'Object Omit OmitThisParameter Parameters Partial Pick Promise PromiseLike PropertyKey Proxy RangeError ' +
    'ReadableStream Readonly ReadonlyArray ReadonlyMap ReadonlySet Record ReferenceError Reflect RegExp Request ' +
    'RequestInit Required Response ResponseInit ReturnType Set SharedArrayBuffer String Symbol SyntaxError ' +
    'TextDecoder TextEncoder ThisParameterType ThisType TypeError URIError URL URLSearchParams Uint16Array ' +
    'Uint32Array Uint8Array Uint8ClampedArray Uncapitalize Uppercase WeakMap WeakRef WeakSet WebAssembly ' +
    'atob btoa clearTimeout console crypto decodeURIComponent encodeURIComponent fetch isFinite isNaN parseFloat ' +
    'parseInt performance process queueMicrotask setTimeout structuredClone'
  ).split(' '),
);

/** Members that every object has, and `then`, which would make an object a promise. */
export const objectMembers: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  'then',
]);
