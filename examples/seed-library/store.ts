import { randomBytes } from 'node:crypto';
import type { Loan, Member, Packet, Variety } from '../../generated/thistledown/index.js';
import { failure } from './failures.js';

/** What is counted when somebody asks is not kept. */
export type StoredVariety = Omit<Variety, 'packets_available'>;
export type StoredMember = Omit<Member, 'loans_open'>;

/** Everything the server knows, for as long as it runs; in the order in which it was created. */
export const varieties = new Map<string, StoredVariety>();
export const packets = new Map<string, Packet>();
export const loans = new Map<string, Loan>();
export const members = new Map<string, StoredMember>();

export const newId = (prefix: string): string => `${prefix}_${randomBytes(4).toString('hex')}`;

/** The time as the API writes it, in whole seconds. */
export const now = (): string => new Date().toISOString().replace(/\.\d+/, '');
export const today = (): string => now().slice(0, 10);

export function weeksAfter(day: string, weeks: number): string {
  const date = new Date(day);
  date.setUTCDate(date.getUTCDate() + 7 * weeks);
  return date.toISOString().slice(0, 10);
}

/** Throws the documented error where there is no such variety. */
export const findVariety = (id: string): StoredVariety => found(varieties.get(id), `variety ${id}`);
export const findPacket = (id: string): Packet => found(packets.get(id), `packet ${id}`);

/** Members see their own loans, librarians see all. */
export function findLoan(id: string, reader: StoredMember): Loan {
  const loan = loans.get(id);
  return found(loan && maySee(loan, reader) ? loan : undefined, `loan ${id}`);
}

export const maySee = (loan: Loan, { id, role }: StoredMember): boolean =>
  role === 'librarian' || loan.member_id === id;

/** The same for a loan that is about to be changed. */
export function findOpenLoan(id: string, reader: StoredMember): Loan {
  const loan = findLoan(id, reader);
  if (loan.closed_at !== null) throw failure('loan_closed', `The loan ${id} is ${loan.status}.`);
  return loan;
}

export const packetsOf = (varietyId: string): Packet[] =>
  [...packets.values()].filter((packet) => packet.variety_id === varietyId);

export const openLoansOf = (memberId: string): Loan[] =>
  [...loans.values()].filter((loan) => loan.member_id === memberId && loan.closed_at === null);

/** A variety as the API shows it. */
export const shown = (variety: StoredVariety): Variety => ({
  ...variety,
  packets_available: packetsOf(variety.id).filter(({ status }) => status === 'available').length,
});

/** A member as the API shows it. */
export const profileOf = (member: StoredMember): Member => ({
  ...member,
  loans_open: openLoansOf(member.id).length,
});

/** Another variety of this name cannot be. */
export function requireFreeName(name: string, except?: StoredVariety): void {
  const taken = [...varieties.values()].some((variety) => variety !== except && variety.name === name);
  if (taken) throw failure('name_taken', `There is a variety called ${name}.`);
}

function found<Item>(item: Item | undefined, what: string): Item {
  if (item === undefined) throw failure('not_found', `There is no ${what}.`);
  return item;
}
