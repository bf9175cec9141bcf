import { type Issue, isId } from '@claimgraph/sdk';
import { factionKinds, locationKinds, sourceKinds } from '@claimgraph/sdk/lists';
import type { ClaimId, FactionId, LocationId, SourceId } from '@claimgraph/sdk/operations';
import type { FactionRef, PlaceRef, SourceRef } from './draft.ts';
import { RecordPicker } from './record-picker.tsx';

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
