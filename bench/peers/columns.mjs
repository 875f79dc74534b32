// The columns that engines are compared by: name → table and expression, in SQL that all of them know. A column that has
// nothing to say of a row is null there, and every column comes as its count, its sum and the sum of its sizes.
const ofTable = (table, columns) =>
  Object.entries(columns).map(([name, expression]) => ({ name: `${table}.${name}`, table, expression }));
const same = (...names) => Object.fromEntries(names.map((name) => [name, name]));

export const columns = [
  ...ofTable('series', {
    ...same('last', 'change', 'year_change', 'mean'),
    range: 'usual_range',
    signal: 'nullif(signal, 0)',
    met: 'case when status = 1 then 1 end',
    missed: 'case when status = 2 then 1 end',
  }),
  ...ofTable('trend', same('slope', 'z')),
  ...ofTable('rank', { place: 'place', of: 'ranked' }),
  ...ofTable('beside', { first: 'first_quartile', median: 'median', third: 'third_quartile' }),
  ...ofTable('gap', same('difference', 'z')),
  ...ofTable('below', {
    ...same('numerator', 'denominator'),
    value: 'numerator / denominator',
    ...same('least', 'tenth', 'median', 'ninetieth', 'most'),
    count: 'figures',
  }),
  ...ofTable('strongest', same('score')),
];

// Table names have a prefix of their own: `rank` and `range` are words of SQL.
export const sumsOf = ({ table, expression }) =>
  `select count(${expression}), coalesce(sum(${expression}), 0), coalesce(sum(abs(${expression})), 0) from answer_${table}`;
