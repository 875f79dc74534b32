// Where an engine's columns are not those of the reference: {name: [count, sum, sum of sizes]} against the same. Sums of
// doubles depend on their order in the last digits; counts do not.
const tolerance = 1e-9;

export function differences(engine, columns, reference) {
  const found = [];
  for (const [name, [count, sum, sizes]] of Object.entries(columns)) {
    if (!(name in reference)) {
      found.push(`${engine} has a column ${name} that nobody else has`);
      continue;
    }
    const [wantedCount, wantedSum, wantedSizes] = reference[name];
    const slack = tolerance * Math.max(1, wantedSizes);
    if (count !== wantedCount || Math.abs(sum - wantedSum) > slack || Math.abs(sizes - wantedSizes) > slack)
      found.push(`${engine}, ${name}: ${count} figures of sum ${sum}, against ${wantedCount} of ${wantedSum}`);
  }
  return found;
}
