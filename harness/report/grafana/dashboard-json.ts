interface Panel {
  readonly title: string;
  readonly type: 'stat' | 'timeseries' | 'table';
  readonly expr: string;
  readonly legend: string;
  readonly width: number;
}

/** Grafana's grid is 24 wide. */
const gridWidth = 24;
const panelHeight = 8;

/** What stands on the board, in reading order; every query is tested against the names of the metric table. */
export const panels: readonly Panel[] = [
  panel('Verdict', 'stat', 'golden_path_verdict{target=~"$target"}', '{{target}}', 8),
  panel(
    'Hours since the last run',
    'stat',
    '(time() - golden_path_run_started_timestamp_seconds{target=~"$target"}) / 3600',
    '{{target}}',
    8,
  ),
  panel(
    'Run duration (s)',
    'timeseries',
    'golden_path_run_duration_seconds{target=~"$target"}',
    '{{target}}',
    8,
  ),
  panel(
    'Criteria',
    'timeseries',
    'golden_path_criterion_verdict{target=~"$target"}',
    'phase {{phase}} {{criterion}}',
    12,
  ),
  panel(
    'Checks that do not pass',
    'table',
    'golden_path_check_verdict{target=~"$target"} > 0',
    '{{check}}',
    12,
  ),
  panel(
    'Latency (ms)',
    'timeseries',
    'golden_path_measurement{target=~"$target",unit="ms"}',
    '{{measurement}}',
    12,
  ),
  panel(
    'Share of the limit',
    'timeseries',
    'golden_path_measurement{target=~"$target"} / golden_path_measurement_limit',
    '{{measurement}}',
    12,
  ),
  panel(
    'Memory (bytes)',
    'timeseries',
    'golden_path_measurement{target=~"$target",unit="bytes"}',
    '{{measurement}}',
    12,
  ),
  panel(
    'Implementations per role',
    'timeseries',
    'golden_path_audit_implementations{target=~"$target"}',
    '{{role}}',
    12,
  ),
  panel(
    'Audit findings in production',
    'timeseries',
    'golden_path_audit_findings{target=~"$target",scope="production"}',
    '{{rule}}',
    12,
  ),
  panel(
    'How often each check was exercised',
    'timeseries',
    'golden_path_check_exercised{target=~"$target"}',
    '{{check}}',
    12,
  ),
];

function panel(
  title: string,
  type: Panel['type'],
  expr: string,
  legend: string,
  width: number,
): Panel {
  return { title, type, expr, legend, width };
}

/** The board as Grafana imports it; the data source is asked for on import. */
export function grafanaDashboard(): string {
  const datasource = { type: 'prometheus', uid: '${DS_PROMETHEUS}' };
  const places = gridPlaces();
  const board = {
    __inputs: [
      {
        name: 'DS_PROMETHEUS',
        label: 'Prometheus',
        type: 'datasource',
        pluginId: 'prometheus',
      },
    ],
    uid: 'golden-path',
    title: 'Golden path',
    schemaVersion: 39,
    time: { from: 'now-60d', to: 'now' },
    templating: {
      list: [
        {
          name: 'target',
          type: 'query',
          datasource,
          query: 'label_values(golden_path_verdict, target)',
          includeAll: true,
          multi: true,
          refresh: 2,
        },
      ],
    },
    panels: panels.map(({ title, type, expr, legend }, index) => ({
      id: index + 1,
      title,
      type,
      datasource,
      gridPos: places[index],
      targets: [
        {
          refId: 'A',
          datasource,
          expr,
          legendFormat: legend,
          instant: type !== 'timeseries',
          ...(type === 'table' ? { format: 'table' } : {}),
        },
      ],
    })),
  };
  return `${JSON.stringify(board, undefined, 2)}\n`;
}

/** Left to right, a new row when the next panel does not fit. */
function gridPlaces(): { x: number; y: number; w: number; h: number }[] {
  let x = 0;
  let y = 0;
  return panels.map(({ width }) => {
    if (x + width > gridWidth) {
      x = 0;
      y += panelHeight;
    }
    const place = { x, y, w: width, h: panelHeight };
    x += width;
    return place;
  });
}
