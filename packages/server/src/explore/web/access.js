// Shows who is signed in, and signs in with a key. The server answers with a cookie that scripts
// cannot read, so the key is not stored in the browser.
const form = document.getElementById('access');
const output = document.getElementById('viewer');
const input = document.getElementById('key');
const button = document.getElementById('sign');
let isSignedIn = false;

const show = (text, signedIn) => {
  isSignedIn = signedIn;
  output.textContent = text;
  input.hidden = signedIn;
  button.hidden = false;
  button.textContent = signedIn ? 'Sign out' : 'Sign in';
};

const showViewer = async () => {
  const answer = await fetch('graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ viewer { name role } }' }),
  });
  const { data, errors } = await answer.json();
  if (!data) return show(errors[0].message, false);
  const { name, role } = data.viewer;
  const isAnonymous = name === 'anonymous';
  show(isAnonymous ? 'Not signed in: you may read' : `${name}: ${role}`, !isAnonymous);
};

const signIn = async () => {
  const answer = await fetch('session', {
    method: 'POST',
    headers: { authorization: `Bearer ${input.value.trim()}` },
  });
  input.value = '';
  // GraphiQL reads the schema when it starts.
  if (answer.ok) return location.reload();
  const { errors } = await answer.json();
  show(errors[0].message, false);
};

const signOut = async () => {
  await fetch('session', { method: 'DELETE' });
  await showViewer();
};

const report = (error) => show(`The server cannot be reached: ${error.message}`, isSignedIn);

form.addEventListener('submit', (event) => {
  event.preventDefault();
  (isSignedIn ? signOut() : signIn()).catch(report);
});
showViewer().catch(report);
