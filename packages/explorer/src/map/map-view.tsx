import type { ClaimFilter } from '@claimgraph/sdk/operations';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ClaimEvent } from '../data/events.ts';
import { download } from '../out/download.ts';
import { mapSvg } from '../out/map-svg.ts';
import { currentColors } from '../out/svg.ts';
import { useTheme } from '../parts/theme.tsx';
import { useSize } from '../parts/use-size.ts';
import type { RecordId } from '../state/record-ids.ts';
import { useLanguage } from '../words/language.ts';
import { type Cluster, clusterEvents, placeEvents, reachOf } from './cluster.ts';
import { ClusterCard } from './cluster-card.tsx';
import { ClusterSign } from './cluster-sign.tsx';
import type { Contests } from './contested.ts';
import { contestedShapesOf } from './contested-shapes.ts';
import { doubtPathsOf } from './doubt-paths.ts';
import { drawScene } from './draw.ts';
import { polygonsOf, readLand, useLand } from './land.ts';
import { MapLegend } from './map-legend.tsx';
import { MapTable } from './map-table.tsx';
import { onScreen, withMargin } from './mercator.ts';
import { useOutlines } from './outlines.ts';
import { useContests } from './use-contests.ts';
import { useView } from './use-view.ts';

interface MapViewProps {
  events: readonly ClaimEvent[];
  /** Finds the claims behind a sign that only counts them. */
  filter: ClaimFilter;
  /** Changes when the map should show all events again. */
  fitKey: string;
  open: RecordId | undefined;
}

const cellPixels = 44;

/** Events by place, with areas of doubt below and signs above. */
export function MapView({ events, filter, fitKey, open }: MapViewProps) {
  const { words } = useLanguage();
  const [isTable, setIsTable] = useState(false);
  const theme = useTheme();
  const outlines = useOutlines();
  const { contests, isTooMany } = useContests(filter);
  const { placed, unplaced } = useMemo(() => placeEvents(events, outlines), [events, outlines]);
  return (
    <section className="view" aria-labelledby="map-title">
      <header>
        <h2 id="map-title">{words.map}</h2>
        <button type="button" aria-pressed={isTable} onClick={() => setIsTable(!isTable)}>
          {isTable ? words.asDrawing : words.asTable}
        </button>
      </header>
      {isTable ? (
        <MapTable placed={placed} contests={contests} />
      ) : (
        <MapDrawing
          theme={theme}
          filter={filter}
          contests={contests}
          placed={placed}
          outlines={outlines}
          fitKey={fitKey}
          open={open}
        />
      )}
      <MapLegend unplaced={unplaced} isContestUnknown={isTooMany} />
    </section>
  );
}

interface DrawingProps {
  /** What is drawn is drawn again when it changes. */
  theme: ReturnType<typeof useTheme>;
  filter: ClaimFilter;
  contests: Contests;
  placed: ReturnType<typeof placeEvents>['placed'];
  outlines: ReturnType<typeof useOutlines>;
  fitKey: string;
  open: RecordId | undefined;
}

function MapDrawing(props: DrawingProps) {
  const { theme, filter, contests, placed, outlines, fitKey, open } = props;
  const { words } = useLanguage();
  const land = useLand();
  const { areas } = outlines;
  const frame = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useSize(frame);
  const positions = useMemo(
    // Without anything to show, the map shows what the ledger has outlines of.
    () => (placed.length ? placed.flatMap((each) => reachOf(each, outlines)) : outlines.corners),
    [placed, outlines],
  );
  const stage = useRef<HTMLDivElement>(null);
  const { view, zoomBy, showAll, handlers } = useView({ frame, stage, size, positions, fitKey });
  const drawn = useMemo(() => withMargin(size), [size]);
  // Signs are grouped again at each half level, not at each turn of the wheel.
  const level = Math.round(Math.log2(view.k) * 2) / 2;
  const clusters = useMemo(() => clusterEvents(placed, cellPixels / 2 ** level), [placed, level]);
  const doubt = useMemo(() => doubtPathsOf(clusters, areas), [clusters, areas]);
  const contested = useMemo(() => contestedShapesOf(clusters, contests), [clusters, contests]);
  const [chosenKey, setChosenKey] = useState<string>();
  const chosen = clusters.find(({ key }) => key === chosenKey);
  const chosenAt = chosen && onScreen(chosen.at, view, size);
  const isChosen = useCallback(
    ({ key, events, fears }: Cluster) =>
      key === chosenKey ||
      [...events, ...fears].some(({ claims }) => claims.some(({ id }) => id === open)),
    [chosenKey, open],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme means other colors
  useLayoutEffect(() => {
    const element = canvas.current;
    if (!element) return;
    element.width = drawn.width * devicePixelRatio;
    element.height = drawn.height * devicePixelRatio;
    drawScene(element, { view, size: drawn, land, areas, doubt, contested, isChosen });
  }, [view, drawn, land, areas, doubt, contested, isChosen, theme]);

  const save = async () => {
    const svg = mapSvg({
      title: `Claimgraph: ${words.map}`,
      notes: [words.mapHelp, words.borders, `${location.href} · ${new Date().toISOString()}`],
      land: polygonsOf(await readLand()),
      colors: currentColors(),
      ...{ view, size, areas, clusters, contested },
    });
    download('claimgraph-map.svg', svg, 'image/svg+xml');
  };
  return (
    // The map is a group of buttons, one for each sign. Its own keys move it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move the map
    <section className="map" ref={frame} aria-label={words.mapHelp} tabIndex={0} {...handlers}>
      <div className="map-stage" ref={stage}>
        <canvas ref={canvas} />
        {clusters.map((cluster) => (
          <ClusterSign
            key={cluster.key}
            cluster={cluster}
            contests={contests}
            at={onScreen(cluster.at, view, size)}
            size={size}
            isChosen={isChosen(cluster)}
            onChoose={() => setChosenKey(cluster.key === chosenKey ? undefined : cluster.key)}
          />
        ))}
      </div>
      <div className="map-buttons">
        <button
          type="button"
          aria-label={words.mapAsSvg}
          title={words.mapAsSvg}
          onClick={() => void save()}
        >
          ⤓
        </button>
        <button type="button" aria-label={words.zoomIn} onClick={() => zoomBy(1.6)}>
          +
        </button>
        <button type="button" aria-label={words.zoomOut} onClick={() => zoomBy(1 / 1.6)}>
          −
        </button>
        <button type="button" aria-label={words.fit} onClick={showAll}>
          ⤢
        </button>
      </div>
      {chosen && chosenAt && (
        <ClusterCard
          cluster={chosen}
          contests={contests}
          filter={filter}
          side={chosenAt[0] > size.width / 2 ? 'left' : 'right'}
          onClose={() => setChosenKey(undefined)}
        />
      )}
    </section>
  );
}
