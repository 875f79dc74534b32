// The parts of the job that all SQL engines are asked in the same words. Tables: figure(m, u, g, t, num, den, v),
// unit(u, cohort, n0, n1, …), measure(m, kind, polarity, target).
import { strongestCount } from './engine.mjs';

// What follows from the last figure, the mean and the usual range of a series: `base` has m, u, g, last_time, last,
// mean, usual_range.
export const seriesFrom = (base, periodsAYear) => `
  select b.*, b.last - p.v as change, b.last - y.v as year_change,
    case when b.last > b.mean + 2.66 * b.usual_range then 1 when b.last < b.mean - 2.66 * b.usual_range then -1 else 0 end as signal,
    case when q.target is null or q.polarity = 0 then 0 when q.polarity * (b.last - q.target) >= 0 then 1 else 2 end as status
  from (${base}) b join measure q on q.m = b.m
    left join figure p on p.m = b.m and p.u = b.u and p.g = b.g and p.t = b.last_time - 1
    left join figure y on y.m = b.m and y.u = b.u and y.g = b.g and y.t = b.last_time - ${periodsAYear}`;

const newest = 'select m, max(t) as t from figure group by m';

// Mann and Kendall's z from the sum of signs, how many figures there are, and how many are alike.
export const trendZ = `case when signs = 0 or n * (n - 1) * (2 * n + 5) <= ties then 0
  else (signs - sign(signs)) / sqrt((n * (n - 1) * (2 * n + 5) - ties) / 18.0) end`;

export const rank = `
  select f.m, f.u, f.g, rank() over (partition by f.m, f.g, cohort order by v desc) as place,
    count(*) over (partition by f.m, f.g, cohort) as ranked
  from figure f join (${newest}) n on n.m = f.m and n.t = f.t join unit on unit.u = f.u`;

// A measure's figures of women and men in its newest period; the test is for shares.
export const gap = `
  select x.m, u, vw - vm as difference,
    case when kind = 0 and share > 0 and share < 1 then (vw - vm) / sqrt(share * (1 - share) * (1 / dw + 1 / dm)) end as z
  from (select *, (nw + nm) / (dw + dm) as share
    from (select f.m, f.u, max(case when g = 1 then v end) as vw, max(case when g = 2 then v end) as vm,
        max(case when g = 1 then num end) as nw, max(case when g = 2 then num end) as nm,
        max(case when g = 1 then den end) as dw, max(case when g = 2 then den end) as dm
      from figure f join (${newest}) n on n.m = f.m and n.t = f.t where g > 0 group by f.m, f.u) pair) x
    join measure on measure.m = x.m`;

// `least`: the engine's word for the smaller of two numbers.
export const strongest = (least) => `
  select s.m, s.u, s.g,
    case when signal <> 0 and usual_range > 0 then ${least}(20.0, abs(last - mean) / (usual_range / 1.128)) else 0 end
    + case when status = 2 then 3 * ${least}(1.0, abs(last - target) / abs(target)) else 0 end
    + case when abs(k.z) > 1.959963985 and polarity * slope < 0 then 2 else 0 end
    + case when s.g = 0 and abs(gap.z) > 3 then 1 else 0 end
    + case when (polarity > 0 and last < first_quartile) or (polarity < 0 and last > third_quartile) then 1 else 0 end as score
  from answer_series s join (${newest}) n on n.m = s.m and n.t = s.last_time
    join measure q on q.m = s.m join unit on unit.u = s.u
    left join answer_trend k on k.m = s.m and k.u = s.u and k.g = s.g
    left join answer_gap gap on gap.m = s.m and gap.u = s.u
    join answer_beside b on b.m = s.m and b.g = s.g and b.t = s.last_time and b.cohort = unit.cohort
  order by score desc, s.m, s.u, s.g limit ${strongestCount}`;
