/** Who sends a request. Until there is access control, everybody is {@link localViewer}. */
export interface Viewer {
  /** The name under which the write log records what the viewer writes. */
  name: string;
}

export const localViewer: Viewer = { name: 'local' };
