import { type Issue, isId } from '@claimgraph/sdk';
import { factionKinds, locationKinds, reportKinds, sourceKinds } from '@claimgraph/sdk/lists';
import type {
  ClaimId,
  FactionId,
  LocationId,
  ReportId,
  SourceId,
} from '@claimgraph/sdk/operations';
import { RecordPicker } from './record-picker.tsx';
import type { FactionRef, PartyRef, PlaceRef, ReportRef, SourceRef } from './refs.ts';

interface PickerProps<Picked> {
  label: string;
  at?: Issue['path'];
  onPick: (ref: Picked) => void;
}

export const SourcePicker = (props: PickerProps<SourceRef>) => (
  <RecordPicker
    type="SOURCE"
    kinds={sourceKinds}
    isId={(id): id is SourceId => isId('src', id)}
    {...props}
  />
);

export const PlacePicker = (props: PickerProps<PlaceRef>) => (
  <RecordPicker
    type="LOCATION"
    kinds={locationKinds}
    isId={(id): id is LocationId => isId('loc', id)}
    {...props}
  />
);

export const FactionPicker = (props: PickerProps<FactionRef>) => (
  <RecordPicker
    type="FACTION"
    kinds={factionKinds}
    isId={(id): id is FactionId => isId('fac', id)}
    {...props}
  />
);

export const ReportPicker = (props: PickerProps<ReportRef>) => (
  <RecordPicker
    type="REPORT"
    kinds={reportKinds}
    isId={(id): id is ReportId => isId('rpt', id)}
    {...props}
  />
);

/** Finds a faction or a source, to which another source belongs, or creates a faction. */
export const PartyPicker = (props: PickerProps<PartyRef>) => (
  <RecordPicker
    type="FACTION"
    types={['FACTION', 'SOURCE']}
    kinds={factionKinds}
    isId={(id): id is FactionId | SourceId => isId('fac', id) || isId('src', id)}
    {...props}
  />
);

export const ClaimPicker = ({
  label,
  onPick,
}: PickerProps<{ readonly id: ClaimId; readonly label: string }>) => (
  <RecordPicker
    type="CLAIM"
    isId={(id): id is ClaimId => isId('clm', id)}
    label={label}
    onPick={(ref) => 'id' in ref && onPick(ref)}
  />
);
