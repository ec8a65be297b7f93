import { reachableShapes, shapeDirections, shapesByName } from '../model/walk.js';
import type { Member, Service, Shape } from '../model/model.js';

/** Whether values come from a caller or from the service. */
export type Direction = 'input' | 'output';

const isReadOnly = ({ readOnly }: Member): boolean => readOnly?.value === true;
const isWriteOnly = ({ writeOnly }: Member): boolean => writeOnly?.value === true;

/** The members that travel in a direction: callers set no read-only ones, the service gives no write-only ones. */
export const membersFor = (members: readonly Member[], direction: Direction): readonly Member[] => {
  const isLeftOut = direction === 'input' ? isReadOnly : isWriteOnly;
  return members.some(isLeftOut) ? members.filter((member) => !isLeftOut(member)) : members;
};

/** The shapes that callers send in another form than they receive them, because of what they hold. */
export function shapesApart(service: Service): ReadonlySet<string> {
  const differ = service.shapes.filter(({ members }) =>
    members.some((member) => isReadOnly(member) || isWriteOnly(member)),
  );
  return differ.length === 0 ? new Set() : sentAndReceived(service, new Set(differ.map(({ name }) => name)));
}

function sentAndReceived(service: Service, differ: ReadonlySet<string>): ReadonlySet<string> {
  const shapes = shapesByName(service);
  const { sent, received } = shapeDirections(service);
  const isApart = ({ name, members }: Shape): boolean =>
    sent.has(name) &&
    received.has(name) &&
    [name, ...reachableShapes(members, shapes)].some((reached) => differ.has(reached));
  return new Set(service.shapes.filter(isApart).map(({ name }) => name));
}
