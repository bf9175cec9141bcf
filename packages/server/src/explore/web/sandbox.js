/* global EmbeddedSandbox */
// Runs before Apollo's script, so that it hears whether that one came.
const loading = document.getElementById('loading');
const unreachable = document.getElementById('unreachable');

const outOfReach = () => {
  loading.hidden = true;
  unreachable.hidden = false;
  document.getElementById('explorer').focus();
};

const open = () => {
  clearTimeout(patience);
  document.getElementById('way-on').hidden = true;
  const options = JSON.parse(document.getElementById('options').textContent);
  new EmbeddedSandbox({ ...options, initialEndpoint: location.origin + location.pathname });
};

// A network that swallows packets reports no error for minutes. Should the script come later still, Sandbox opens.
const patience = setTimeout(outOfReach, 5000);

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
  outOfReach();
});
