/** Completions for the shells, made of the flag table. */
import {type Flag, type Shell, spelling} from './flags.ts';

/** @returns A script for the shell to source, ending in a newline. */
export function completion(shell: Shell, flags: readonly Flag[]): string {
	const lines = {bash, zsh, fish}[shell](flags);
	return `${lines.join('\n')}\n`;
}

function bash(flags: readonly Flag[]): readonly string[] {
	const words = flags.map(spelling).join(' ');
	const chosen = flags.filter(flag => flag.choices.length > 0);
	const free = flags.filter(flag => flag.value !== null && flag.choices.length === 0);
	return [
		'# threadview completions. In ~/.bashrc: source <(threadview --completion bash)',
		'_threadview() {',
		// biome-ignore lint/suspicious/noTemplateCurlyInString: this is bash.
		'	local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} words=',
		'	COMPREPLY=()',
		'	[[ $current == = ]] && current=',
		// biome-ignore lint/suspicious/noTemplateCurlyInString: this is bash.
		'	[[ $previous == = ]] && previous=${COMP_WORDS[COMP_CWORD-2]}',
		'	case $previous in',
		...chosen.map(flag => `		${spellings(flag).join('|')}) words='${flag.choices.join(' ')}' ;;`),
		`		${free.flatMap(spellings).join('|')}) compopt +o default 2>/dev/null; return 0 ;;`,
		`		*) [[ $current == -* ]] && words='${words}' ;;`,
		'	esac',
		"	local IFS=$' \\n'",
		'	[[ -n $words ]] && COMPREPLY=($(compgen -W "$words" -- "$current"))',
		'	return 0',
		'}',
		'complete -o default -F _threadview threadview',
	];
}

function zsh(flags: readonly Flag[]): readonly string[] {
	return [
		'#compdef threadview',
		'# threadview completions. In ~/.zshrc: source <(threadview --completion zsh)',
		'_threadview() {',
		'	_arguments -s \\',
		...flags.map(flag => {
			const help = `[${flag.help.replace(/[[\]\\]/g, '\\$&')}]`;
			const choices = flag.choices.length === 0 ? ' ' : `(${flag.choices.join(' ')})`;
			const value = flag.value === null ? '' : `:${flag.value}:${choices}`;
			const long = flag.value === null ? spelling(flag) : `${spelling(flag)}=`;
			const quoted = `'${`${help}${value}`.replaceAll("'", "'\\''")}'`;
			if (flag.short === null) return `		${long}${quoted} \\`;
			return `		'(-${flag.short} ${spelling(flag)})'{-${flag.short}+,${long}}${quoted} \\`;
		}),
		"		'*:file:_files'",
		'}',
		'if [[ $funcstack[1] == _threadview ]]; then _threadview "$@"; else compdef _threadview threadview; fi',
	];
}

function fish(flags: readonly Flag[]): readonly string[] {
	return [
		'# threadview completions. In ~/.config/fish/config.fish: threadview --completion fish | source',
		...flags.map(flag => {
			const short = flag.short === null ? '' : ` -s ${flag.short}`;
			const value = flag.value === null ? '' : ' -x';
			const choices = flag.choices.length === 0 ? '' : ` -a '${flag.choices.join(' ')}'`;
			const help = flag.help.replace(/['\\]/g, '\\$&');
			return `complete -c threadview${short} -l ${spelling(flag).slice(2)}${value}${choices} -d '${help}'`;
		}),
	];
}

function spellings(flag: Flag): readonly string[] {
	return flag.short === null ? [spelling(flag)] : [`-${flag.short}`, spelling(flag)];
}
