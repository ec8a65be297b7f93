import type {
  ListVarietiesHandler,
  ListVarietiesInput,
  Sort,
  SowingWindow,
  Variety,
} from '../../../generated/thistledown/index.js';
import { pageOf } from '../pages.js';
import { loans, shown, varieties } from '../store.js';

export const listVarieties: ListVarietiesHandler = (input) => {
  const found = [...varieties.values()]
    .map(shown)
    .filter((variety) => isWanted(variety, input))
    .sort(orders[input.sort ?? 'name']);
  const { items, next_cursor } = pageOf(found, input);
  return { items: items.map(({ story: _story, ...variety }) => variety), next_cursor };
};

function isWanted(variety: Variety, wish: ListVarietiesInput): boolean {
  const { q = '', family, tag = [], sowing_month, in_stock = false } = wish;
  const text = `${variety.name} ${variety.botanical_name} ${variety.story ?? ''}`.toLowerCase();
  const words = q.toLowerCase().split(/\s+/);
  return (
    words.every((word) => text.includes(word)) &&
    tag.every((one) => variety.tags.includes(one)) &&
    (family === undefined || variety.family === family) &&
    (sowing_month === undefined || isSown(variety.sowing, sowing_month)) &&
    (!in_stock || variety.packets_available > 0)
  );
}

/** The last month is before the first where winter lies between. */
function isSown({ from_month: from, to_month: to }: SowingWindow, month: number): boolean {
  return from <= to ? from <= month && month <= to : from <= month || month <= to;
}

const orders: Record<Sort, (a: Variety, b: Variety) => number> = {
  name: (a, b) => a.name.localeCompare(b.name),
  newest: (a, b) => b.created_at.localeCompare(a.created_at),
  popular: (a, b) => borrowed(b) - borrowed(a),
};

const borrowed = ({ id }: Variety): number =>
  [...loans.values()].flatMap(({ packets }) => packets).filter(({ variety_id }) => variety_id === id).length;
