import { describe, expect, it } from 'vitest';
import { link, page, showMember } from './read.js';

const base = `# Thing

## Properties

| Name | Type | Description |
| ---- | ---- | ----------- |
| id | string | Its number. |
| place | [place](place.md) | Where it is. |
`;

const place = `# Place

## Properties

| Name | Type |
| ---- | ---- |
| shelf | string |
| row | integer |
`;

const book = `# Book

The **book** resource is derived from [**thing**](thing.md) and inherits properties from that resource.

## Properties

| Name | Type | Description |
| ---- | ---- | ----------- |
| title | string | On its cover. |
| states | array of strings | What became of it. See below for the full list of states. |
| marks | [marks](marks.md) | Of readers. |

## States enumeration

| State | Meaning |
| ----- | ------- |
| \`lent\` | Somebody has it. |
| \`lost\` | Nobody knows. |
`;

const marks = `# Marks object

Every mark is a name-value pair that a reader chose.

## JSON representation

\`\`\`json
{ "colour": "red", "mood": "good" }
\`\`\`
`;

const operation = (more: string): string => `# Move a book

A [mark](marks.md) may be returned with it.

## HTTP request

\`\`\`http
PATCH /books/{id}
\`\`\`

${more}

## Response

If successful, this method returns the updated [book](book.md).
`;

function linked(more: string) {
  const { service } = link([
    page(operation(more), 'guide/move.md'),
    page(base, 'guide/thing.md'),
    page(place, 'guide/place.md'),
    page(book, 'guide/book.md'),
    page(marks, 'guide/marks.md'),
  ]);
  const [moved] = service.operations;
  return {
    shapes: Object.fromEntries(service.shapes.map(({ name, members }) => [name, members.map(showMember)])),
    sent: moved?.input.map(showMember),
    answered: moved?.responses[0]?.members.map(showMember),
  };
}

const sending = (...examples: readonly string[]): string =>
  `## Request body\n\n${examples.map((text) => `\`\`\`json\n${text}\n\`\`\`\n\nOr:\n`).join('\n')}`;

describe('objects of guides', () => {
  it('have the members of the object that they are derived from, values listed below, and pairs of anybody', () => {
    const { Book, Marks } = linked('').shapes;
    expect(Book).toEqual([
      'title: string',
      'states: list<string(lent|lost)>',
      'marks: Marks',
      'id: string',
      'place: Place',
    ]);
    expect(Marks).toEqual([]);
  });

  it('are those that sentences about responses name, before others', () => {
    expect(linked('').answered).toEqual(['body payload: Book']);
  });

  it('lend their structures to what is sent to change them', () => {
    expect(linked(sending('{ "place": { "shelf": "B" }, "title": "Sea" }')).sent).toEqual([
      'id! label: string',
      'place: Place',
      'title: string',
    ]);
  });

  it('stand below a key that another example has around them', () => {
    const { sent, shapes } = linked(
      sending('{ "shade": "red", "size": 3 }', '{ "cover": { "shade": "blue" } }'),
    );
    expect(sent).toEqual(['id! label: string', 'cover: MoveBookCover']);
    expect(shapes['MoveBookCover']).toEqual(['shade: string', 'size: integer']);
  });
});
