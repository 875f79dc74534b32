// The job in Polars, in memory, as lazy queries on two threads.
import pl from 'nodejs-polars';
import { readArguments, serve, strongestCount, trendPeriods } from './engine.mjs';

const { folder, periods, periodsAYear, levels } = readArguments();
const { col, lit, when } = pl;
const series = ['m', 'u', 'g'];

const figure = pl
  .readCSV(`${folder}/figures.csv`, {
    dtypes: { m: pl.Int16, u: pl.Int16, g: pl.Int8, t: pl.Int8, num: pl.Float64, den: pl.Float64 },
  })
  .withColumns(col('num').div(col('den')).alias('v'));
const small = (name, columns) => pl.readCSV(`${folder}/${name}.csv`).withColumns(...columns.map((c) => col(c).cast(pl.Int16)));
const unit = small('units', ['u']);
const measure = small('measures', ['m']);
const nodes = Array.from({ length: levels }, (_, level) => `n${level}`);

const quantile = (share, name) => col('v').quantile(share, 'linear').alias(name);
const signOf = (x) => x.gt(0).cast(pl.Int32).sub(x.lt(0).cast(pl.Int32));
const newest = () => figure.lazy().groupBy('m').agg(col('t').max().alias('t'));

function seriesAnswer() {
  const at = (name, earlier) =>
    figure.lazy().select(...series, col('t').add(earlier).cast(pl.Int8).alias('last_time'), col('v').alias(name));
  return figure
    .lazy()
    .sort([...series, 't'])
    .groupBy(series)
    .agg(
      col('t').last().alias('last_time'),
      col('v').last().alias('last'),
      col('v').mean().alias('mean'),
      col('v').diff(1, 'ignore').abs().mean().alias('all_ranges'),
      col('v').diff(1, 'ignore').abs()
        .filter(col('v').diff(1, 'ignore').abs().lt(col('v').diff(1, 'ignore').abs().mean().mul(3.267)))
        .mean()
        .alias('usual'),
    )
    .join(at('previous', 1), { on: [...series, 'last_time'], how: 'left' })
    .join(at('year_ago', periodsAYear), { on: [...series, 'last_time'], how: 'left' })
    .join(measure.lazy(), { on: 'm' })
    .withColumns(col('usual').fillNull(col('all_ranges')).alias('usual_range'))
    .withColumns(
      col('last').sub(col('previous')).alias('change'),
      col('last').sub(col('year_ago')).alias('year_change'),
      col('last').gt(col('mean').add(col('usual_range').mul(2.66))).fillNull(false).cast(pl.Int32)
        .sub(col('last').lt(col('mean').sub(col('usual_range').mul(2.66))).fillNull(false).cast(pl.Int32))
        .alias('signal'),
      when(col('target').isNull().or(col('polarity').eq(0))).then(lit(0))
        .when(col('polarity').mul(col('last').sub(col('target'))).gtEq(0)).then(lit(1))
        .otherwise(lit(2))
        .alias('status'),
    )
    .collectSync();
}

function trendAnswer() {
  const latest = figure.lazy().filter(col('t').gtEq(periods - trendPeriods)).select(...series, 't', 'v');
  const rise = col('v_later').sub(col('v'));
  const slopes = latest
    .join(latest, { on: series, suffix: '_later' })
    .filter(col('t_later').gt(col('t')))
    .groupBy(series)
    .agg(
      rise.div(col('t_later').sub(col('t')).cast(pl.Float64)).median().alias('slope'),
      signOf(rise).sum().alias('signs'),
    );
  const c = col('c').cast(pl.Float64);
  const alike = latest
    .groupBy([...series, 'v'])
    .agg(col('t').count().alias('c'))
    .groupBy(series)
    .agg(c.sum().alias('n'), c.mul(c.sub(1)).mul(c.mul(2).add(5)).sum().alias('ties'));
  const n = col('n');
  return slopes
    .join(alike, { on: series })
    .withColumns(n.mul(n.sub(1)).mul(n.mul(2).add(5)).sub(col('ties')).div(18).alias('variance'))
    .withColumns(
      when(col('signs').eq(0).or(col('variance').ltEq(0))).then(lit(0.0))
        .otherwise(col('signs').sub(signOf(col('signs'))).div(col('variance').pow(0.5)))
        .alias('z'),
    )
    .select(...series, 'slope', 'z')
    .collectSync();
}

const current = () => figure.lazy().join(newest(), { on: ['m', 't'] });

const rankAnswer = () =>
  current()
    .join(unit.lazy().select('u', 'cohort'), { on: 'u' })
    .withColumns(
      col('v').rank({ method: 'min', descending: true }).over('m', 'g', 'cohort').alias('place'),
      col('v').count().over('m', 'g', 'cohort').alias('ranked'),
    )
    .select(...series, 'place', 'ranked')
    .collectSync();

const besideAnswer = () =>
  figure
    .lazy()
    .join(unit.lazy().select('u', 'cohort'), { on: 'u' })
    .groupBy(['m', 'g', 't', 'cohort'])
    .agg(quantile(0.25, 'first_quartile'), quantile(0.5, 'median'), quantile(0.75, 'third_quartile'))
    .collectSync();

function gapAnswer() {
  const of = (group, suffix) =>
    current().filter(col('g').eq(group)).select('m', 'u', ...['v', 'num', 'den'].map((name) => col(name).alias(name + suffix)));
  const share = col('share');
  const variance = share.mul(lit(1).sub(share)).mul(lit(1).div(col('den_w')).add(lit(1).div(col('den_m'))));
  return of(1, '_w')
    .join(of(2, '_m'), { on: ['m', 'u'] })
    .join(measure.lazy(), { on: 'm' })
    .withColumns(
      col('v_w').sub(col('v_m')).alias('difference'),
      col('num_w').add(col('num_m')).div(col('den_w').add(col('den_m'))).alias('share'),
    )
    .withColumns(
      when(col('kind').eq(0).and(share.gt(0)).and(share.lt(1))).then(col('difference').div(variance.pow(0.5)))
        .otherwise(lit(null)).alias('z'),
    )
    .select('m', 'u', 'difference', 'z')
    .collectSync();
}

const belowAnswer = () =>
  pl.concat(
    nodes.map((node) =>
      figure
        .lazy()
        .join(unit.lazy().select('u', col(node).alias('node')), { on: 'u' })
        .groupBy(['m', 'g', 't', 'node'])
        .agg(
          col('v').count().alias('figures'),
          col('num').sum().alias('numerator'),
          col('den').sum().alias('denominator'),
          col('v').min().alias('least'),
          quantile(0.1, 'tenth'),
          quantile(0.5, 'median'),
          quantile(0.9, 'ninetieth'),
          col('v').max().alias('most'),
        )
        .collectSync(),
    ),
  );

function strongestAnswer({ series: all, trend, gap, beside }) {
  const far = col('last').sub(col('mean')).abs().div(col('usual_range').div(1.128));
  const missed = col('last').sub(col('target')).abs().div(col('target').abs());
  const capped = (x, most) => when(x.gt(most)).then(lit(most)).otherwise(x);
  const points = (condition, x) => when(condition).then(x).otherwise(lit(0.0));
  return all
    .lazy()
    .join(newest(), { leftOn: ['m', 'last_time'], rightOn: ['m', 't'] })
    .join(unit.lazy().select('u', 'cohort'), { on: 'u' })
    .join(trend.lazy().rename({ z: 'trend_z' }), { on: series, how: 'left' })
    .join(gap.lazy().select('m', 'u', col('z').alias('gap_z')), { on: ['m', 'u'], how: 'left' })
    .join(beside.lazy(), { leftOn: ['m', 'g', 'last_time', 'cohort'], rightOn: ['m', 'g', 't', 'cohort'] })
    .withColumns(
      points(col('signal').neq(0).and(col('usual_range').gt(0)), capped(far, 20.0))
        .add(points(col('status').eq(2), capped(missed, 1.0).mul(3)))
        .add(points(col('trend_z').abs().gt(1.959963985).and(col('polarity').mul(col('slope')).lt(0)), lit(2.0)))
        .add(points(col('g').eq(0).and(col('gap_z').abs().gt(3)), lit(1.0)))
        .add(points(
          col('polarity').gt(0).and(col('last').lt(col('first_quartile')))
            .or(col('polarity').lt(0).and(col('last').gt(col('third_quartile')))),
          lit(1.0),
        ))
        .alias('score'),
    )
    .select(...series, 'score', col('score').mul(-1).alias('order'))
    .sort(['order', ...series])
    .head(strongestCount)
    .collectSync();
}

const answers = {};
const compared = {
  series: {
    ...Object.fromEntries(['last', 'change', 'year_change', 'mean'].map((name) => [name, col(name)])),
    range: col('usual_range'),
    signal: when(col('signal').neq(0)).then(col('signal')).otherwise(lit(null)),
    met: when(col('status').eq(1)).then(lit(1)).otherwise(lit(null)),
    missed: when(col('status').eq(2)).then(lit(1)).otherwise(lit(null)),
  },
  trend: { slope: col('slope'), z: col('z') },
  rank: { place: col('place'), of: col('ranked') },
  beside: { first: col('first_quartile'), median: col('median'), third: col('third_quartile') },
  gap: { difference: col('difference'), z: col('z') },
  below: {
    ...Object.fromEntries(['numerator', 'denominator', 'least', 'tenth', 'median', 'ninetieth', 'most'].map((name) => [name, col(name)])),
    value: col('numerator').div(col('denominator')),
    count: col('figures'),
  },
  strongest: { score: col('score') },
};

await serve(figure.height, {
  job() {
    answers.series = seriesAnswer();
    answers.trend = trendAnswer();
    answers.rank = rankAnswer();
    answers.beside = besideAnswer();
    answers.gap = gapAnswer();
    answers.below = belowAnswer();
    answers.strongest = strongestAnswer(answers);
  },
  columns() {
    const sums = {};
    for (const [table, columns] of Object.entries(compared))
      for (const [name, expression] of Object.entries(columns)) {
        const values = answers[table].select(expression.cast(pl.Float64).alias('x')).getColumn('x').dropNulls();
        sums[`${table}.${name}`] = [values.length, values.sum() ?? 0, values.abs().sum() ?? 0];
      }
    return sums;
  },
});
