import { Difficulty, GerminationGrade, VarietyTraits } from '../../generated/thistledown/index.js';
import type { Packet } from '../../generated/thistledown/index.js';
import { members, newId, now, packets, varieties, type StoredMember, type StoredVariety } from './store.js';

/** What is there before anybody has called: a few varieties with two packets each, and three members. */
export function openLibrary(): void {
  for (const variety of catalogue) {
    const id = newId('var');
    varieties.set(id, { ...common, ...variety, id, created_at: now() });
    for (const shelf of ['A1-00', 'B2-07']) {
      const packet: Packet = {
        id: newId('pkt'),
        variety_id: id,
        status: 'available',
        grams: 10,
        harvest_year: 2024,
        shelf,
        grade: GerminationGrade.UNTESTED,
        germination: null,
        origin: { kind: 'harvest', place: 'Mill Lane allotments', organic: true },
        created_at: now(),
      };
      packets.set(packet.id, packet);
    }
  }
  for (const person of people) members.set(person.id, { ...person, joined_at: now() });
}

const { HEIRLOOM, OPEN_POLLINATED, PERENNIAL, FROST_HARDY, NEEDS_COLD } = VarietyTraits;

const common = {
  latin_name: null,
  local_names: {},
  story: null,
  tags: [],
  photos: [],
  updated_at: null,
};

const catalogue: (Partial<StoredVariety> & Omit<StoredVariety, keyof typeof common | 'id' | 'created_at'>)[] =
  [
    {
      name: "Fisherman's Promise",
      botanical_name: 'Phaseolus vulgaris',
      family: 'legume',
      local_names: { nl: 'Vissersbelofte' },
      difficulty: Difficulty.EASY,
      traits: HEIRLOOM | OPEN_POLLINATED,
      tags: ['climbing', 'edible'],
      sowing: { from_month: 5, to_month: 6 },
      story: 'Came ashore in 1911 in the pocket of a cook.',
    },
    {
      name: 'Lazy Housewife',
      botanical_name: 'Phaseolus vulgaris',
      family: 'legume',
      difficulty: Difficulty.EASY,
      traits: HEIRLOOM | OPEN_POLLINATED,
      tags: ['climbing', 'edible'],
      sowing: { from_month: 5, to_month: 7 },
    },
    {
      name: 'Old Mill Pumpkin',
      botanical_name: 'Cucurbita maxima',
      family: 'cucurbit',
      difficulty: Difficulty.TRICKY,
      traits: OPEN_POLLINATED,
      tags: ['edible'],
      sowing: { from_month: 4, to_month: 5, under_glass: true },
    },
    {
      name: 'Hillside Kale',
      botanical_name: 'Brassica oleracea',
      family: 'brassica',
      difficulty: Difficulty.HEROIC,
      traits: OPEN_POLLINATED | PERENNIAL | FROST_HARDY,
      tags: ['edible', 'shade'],
      sowing: { from_month: 3, to_month: 8 },
    },
    {
      name: 'Bear Garlic',
      botanical_name: 'Allium ursinum',
      family: 'allium',
      difficulty: Difficulty.STEADY,
      traits: PERENNIAL | FROST_HARDY | NEEDS_COLD,
      tags: ['edible', 'shade'],
      sowing: { from_month: 9, to_month: 2 },
    },
  ];

const people: Omit<StoredMember, 'joined_at'>[] = [
  {
    id: 'mem_basil',
    display_name: 'Basil',
    email: 'basil@thistledown.example',
    role: 'borrower',
    zone: '8b',
    notify_by: 'email',
  },
  {
    id: 'mem_sorrel',
    display_name: 'Sorrel',
    email: 'sorrel@thistledown.example',
    role: 'steward',
    zone: null,
    notify_by: 'post',
  },
  {
    id: 'mem_juniper',
    display_name: 'Juniper',
    email: 'juniper@thistledown.example',
    role: 'librarian',
    zone: '7a',
    notify_by: 'none',
  },
];
