import type { Member, Service } from '../../model/model.js';

/** A member with the container that it stands in, as fact ids name it: `CreateUser.input` or `User`. */
export interface PlacedMember {
  readonly container: string;
  readonly member: Member;
}

/** Every member of a service, in the order of the model. */
export const placedMembers = (service: Service): PlacedMember[] => [
  ...service.operations.flatMap(({ name, input, responses }) => [
    ...place(`${name}.input`, input),
    ...responses.flatMap(({ status, members }, at) =>
      place(at === 0 ? `${name}.output` : `${name}.responses.${status.value}`, members),
    ),
  ]),
  ...[...service.shapes, ...service.errors].flatMap(({ name, members }) => place(name, members)),
];

const place = (container: string, members: readonly Member[]): PlacedMember[] =>
  members.map((member) => ({ container, member }));
