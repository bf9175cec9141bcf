/* global EmbeddedSandbox */
// Runs before Apollo's script, so that it notices whether that script loads.
const loading = document.getElementById('loading');
const unreachable = document.getElementById('unreachable');

const showUnreachable = () => {
  loading.hidden = true;
  unreachable.hidden = false;
  document.getElementById('explorer').focus();
};

const open = () => {
  clearTimeout(patience);
  document.getElementById('way-on').hidden = true;
  const options = JSON.parse(document.getElementById('options').textContent);
  const tours = JSON.parse(document.getElementById('tours').textContent);
  const tour = new URLSearchParams(location.search).get('tour');
  if (Object.hasOwn(tours, tour)) Object.assign(options.initialState, tours[tour]);
  new EmbeddedSandbox({ ...options, initialEndpoint: location.origin + location.pathname });
};

// A network that drops packets reports no error for minutes. If the script loads later after all,
// Sandbox opens.
const patience = setTimeout(showUnreachable, 5000);

const on = (kind, then) =>
  document.addEventListener(
    kind,
    (event) => {
      if (event.target.id === 'sandbox-script') then();
    },
    true,
  );
on('load', open);
on('error', () => {
  clearTimeout(patience);
  showUnreachable();
});
