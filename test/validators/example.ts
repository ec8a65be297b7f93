import * as m from './model.js';

/** A service with every type, every constraint, nesting, recursion, a union, and shapes of both directions. */
export const example = m.service(
  [
    m.operation(
      'Put',
      [
        m.required('name', m.string(m.length({ min: 2, max: 4 }), m.pattern('^[^-]'))),
        m.optional('kind', m.string(m.values('A', 'B'))),
        m.optional('size', m.scalar('integer', m.range({ min: 1, max: 5 }))),
        m.optional('day', m.scalar('integer', m.values('1', '7'))),
        m.optional('big', m.scalar('long')),
        m.optional('ratio', m.scalar('double', m.range({ min: 0 }))),
        m.optional('flag', m.scalar('boolean')),
        m.optional('at', m.scalar('timestamp')),
        m.optional('bytes', m.scalar('blob', m.length({ min: 1, max: 3 }))),
        m.optional('any', m.scalar('document')),
        m.optional(
          'grid',
          m.list(m.list(m.string(m.length({ max: 2 })), m.count({ min: 1 })), m.count({ max: 2 })),
        ),
        m.optional(
          'tags',
          m.map(
            m.string(m.length({ max: 2 }), m.pattern('^\\p{L}*$')),
            m.list(m.reference('Leaf')),
            m.count({ min: 1, max: 2 }),
          ),
        ),
        m.optional('node', m.reference('Node')),
        m.optional('choice', m.reference('Choice')),
        m.optional('constructor', m.string(m.length({ max: 1 }))),
      ],
      [m.optional('node', m.reference('Node')), m.optional('choice', m.reference('Choice'))],
    ),
  ],
  [
    m.structure(
      'Node',
      m.required('id', m.string(m.values('x', 'y'))),
      m.optional('children', m.list(m.reference('Node'), m.count({ max: 3 }))),
      m.optional('leaf', m.reference('Leaf')),
    ),
    m.structure('Leaf', m.optional('text', m.string(m.length({ min: 1 })))),
    m.union('Choice', m.optional('a', m.string()), m.optional('b', m.reference('Leaf'))),
  ],
);
