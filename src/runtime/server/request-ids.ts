const tails = /* @__PURE__ */ Array.from({ length: 256 }, (_, at) => at.toString(16).padStart(2, '0'));

/**
 * Gives ids in the form of UUIDs. One of 256 is made at random and the others count its last digits through: to put a
 * UUID together costs as much as to find the route and the members of a request.
 */
export function createRequestIds(): () => string {
  let head = '';
  let next = 0;
  return () => {
    // Not before the first request: some platforms give random bytes only while they serve one.
    if (next === 0) head = crypto.randomUUID().slice(0, -2);
    const id = head + (tails[next] ?? '');
    next = (next + 1) % tails.length;
    return id;
  };
}
