import { randomUUID } from 'node:crypto';
import {
  ConflictError,
  GerminationGrade,
  VarietyTraits,
  createClient,
  type AddVarietyInput,
  type Client,
  type Loan,
  type Variety,
} from '../../generated/thistledown/index.js';
import { pea, photo } from './pea.js';
import { tell } from './tell.js';

/** A year with the server of this folder; `BASE_URL` says where it is. */
const baseUrl = process.env['BASE_URL'] ?? 'http://127.0.0.1:8080/v1';
const visitor = createClient({ baseUrl, auth: 'none' });

await browse(visitor);
const steward = await signIn('sorrel');
const packetIds = await stock(steward, await addOrFind(steward, pea));
const borrower = await signIn('basil');
const loans = await borrow(borrower, packetIds);
await meetErrors(borrower, packetIds, loans);
await bringBack(borrower, await signIn('juniper'), loans);
await tidyUp(steward, packetIds);

async function browse({ paginateListVarieties, listVarietiesItems }: Client): Promise<void> {
  for await (const { items } of paginateListVarieties({ sowing_month: 5, limit: 2 })) {
    console.log(`To sow in May: ${items.map(({ name }) => name).join(', ')}`);
  }
  for await (const { name, traits } of listVarietiesItems({ tag: ['edible', 'shade'] })) {
    const names = Object.entries(VarietyTraits).flatMap(([trait, bit]) => (traits & bit ? trait : []));
    console.log(`For the shade: ${name}, ${names.join(' and ')}`);
  }
}

async function signIn(code: string): Promise<Client> {
  const { access_token } = await visitor.exchangeToken({
    grant_type: 'authorization_code',
    client_id: 'potting-shed',
    code,
    redirect_uri: 'http://localhost/signed-in',
  });
  const client = createClient({ baseUrl, auth: { bearer: access_token } });
  const { display_name, role } = await client.getYourProfile();
  console.log(`Signed in as ${display_name}, ${role}`);
  return client;
}

/** The script can run again while the server keeps its varieties. */
async function addOrFind({ addVariety, listVarieties }: Client, wanted: AddVarietyInput): Promise<Variety> {
  try {
    return await addVariety(wanted);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    const [variety] = (await listVarieties({ q: wanted.name })).items;
    if (!variety) throw error;
    return variety;
  }
}

async function stock(client: Client, { id: variety_id, name }: Variety): Promise<string[]> {
  const { width, height } = await client.uploadPhoto({ variety_id, file: photo, caption: 'In flower' });
  console.log(`A photo of ${name}: ${width} by ${height} pixels`);
  const ids: string[] = [];
  for (const shelf of ['B3-14', 'B3-15', 'B3-16', 'B3-17']) {
    const origin = { kind: 'exchange', place: 'Harbour fair' };
    const { id } = await client.depositPacket({ variety_id, grams: 12.5, harvest_year: 2024, shelf, origin });
    ids.push(id);
  }
  console.log(`Packets to lend: ${(await client.getVariety({ variety_id })).packets_available}`);
  return ids;
}

/** One for each way of getting the seed. */
interface Loans {
  readonly fetched: Loan;
  readonly posted: Loan;
}

async function borrow({ requestLoan }: Client, packetIds: string[]): Promise<Loans> {
  const fetched = await requestLoan({
    'Idempotency-Key': randomUUID(),
    packet_ids: packetIds.slice(0, 2),
    handover: { kind: 'pickup', branch: 'old_mill', slot: '2030-04-12T08:30:00Z' },
  });
  const address = { name: 'Basil', street: 'Mill Lane 1', postal_code: '1234', city: 'Delft', country: 'NL' };
  const wish = {
    'Idempotency-Key': randomUUID(),
    packet_ids: packetIds.slice(2, 3),
    handover: { kind: 'mailing', address },
  };
  const posted = await requestLoan(wish);
  const again = await requestLoan(wish);
  console.log(`Asked twice with one key: ${again.id === posted.id ? 'one loan' : 'two loans'}`);
  for (const { handover, packets } of [fetched, posted]) {
    const place =
      'branch' in handover ? `fetched from ${handover.branch}` : `sent to ${handover.address.city}`;
    console.log(`${packets.length} to be ${place}, now ${packets.map(({ status }) => status).join(', ')}`);
  }
  return { fetched, posted };
}

async function meetErrors(client: Client, packetIds: string[], { fetched }: Loans): Promise<void> {
  const handover = { kind: 'pickup', branch: 'harbour', slot: '2030-04-12T08:30:00Z' };
  const request = (packet_ids: string[]): Promise<Loan> =>
    client.requestLoan({ 'Idempotency-Key': randomUUID(), packet_ids, handover });
  const stranger = createClient({ baseUrl, auth: { bearer: 'made-up' } });
  const calls = [
    () => client.getPacket({ packet_id: 'pkt_nowhere' }),
    () => request(packetIds.slice(0, 1)),
    () => request(packetIds.slice(3)),
    () => request([]),
    () => client.updateLoan({ loan_id: fetched.id, status: 'out' }),
    () => stranger.getYourProfile(),
  ];
  for (const call of calls) await call().catch(tell);
}

async function bringBack(client: Client, librarian: Client, { fetched, posted }: Loans): Promise<void> {
  const { status } = await client.updateLoan({ loan_id: posted.id, status: 'cancelled' });
  const loan_id = fetched.id;
  await librarian.updateLoan({ loan_id, status: 'out' });
  const { due_on } = await client.updateLoan({ loan_id, due_on: '2030-10-31' });
  console.log(`One loan ${status}, the other due on ${due_on}`);
  for (const { id: packet_id } of fetched.packets) {
    const line = { packet_id, grams: 20, harvest_year: 2030 };
    const { status, returned } = await client.recordReturn({ loan_id, lines: [line] });
    console.log(`Brought back ${returned.length} of ${fetched.packets.length}: ${status}`);
  }
}

async function tidyUp(client: Client, [packet_id = '', ...others]: string[]): Promise<void> {
  const { grade } = await client.recordGerminationTest({ packet_id, sown: 50, sprouted: 46 });
  const [name] = Object.entries(GerminationGrade).find(([, value]) => value === grade) ?? [];
  const label = await client.printLabel({ packet_id, size: 'jar', copies: 2 });
  console.log(`Grade ${name}, on two labels: ${label.type}, ${await label.slice(0, 8).text()}`);
  for (const packet_id of others) await client.retirePacket({ packet_id });
}
