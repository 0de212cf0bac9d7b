/**
The floor: the smallest Ink program, which draws one box. What threadview takes longer, it takes itself.
*/
import {Box, render, Text} from 'ink';

render(
	<Box borderStyle="round">
		<Text>{process.argv[2]}</Text>
	</Box>,
	{alternateScreen: true, incrementalRendering: true, maxFps: 120},
);
// As a program that waits for keys does.
process.stdin.resume();
