"""What each shell runs at a Tab. ASCII only: old shells read no UTF-8."""

_BASH = r"""# Completion of vb for bash; made by: vb completion bash
_vb_completion() {
    local line first=1
    COMPREPLY=()
    while IFS= read -r line; do
        if [ "$first" ]; then
            first=
            # Names of files only where files belong.
            [ "$line" = files ] || compopt +o default 2>/dev/null
        else
            COMPREPLY+=("$line")
        fi
    done < <(_VB_COMPLETE=bash _VB_LINE="${COMP_LINE:0:COMP_POINT}" _VB_BREAKS="$COMP_WORDBREAKS" "$1" 2>/dev/null)
}
complete -o nosort -o default -F _vb_completion vb 2>/dev/null || complete -o default -F _vb_completion vb
"""

_ZSH = r"""#compdef vb
# Completion of vb for zsh; made by: vb completion zsh
_vb_completion() {
    local line="${words[1,CURRENT-1]} $QIPREFIX$PREFIX" tab=$'\t' one
    local -a found told
    found=("${(@f)$(_VB_COMPLETE=zsh _VB_LINE="$line" "${(Q)words[1]}" 2>/dev/null)}")
    if [[ "$found[1]" = files ]]; then
        _files
        return
    fi
    for one in "${(@)found[2,-1]}"; do
        local value="${one%%$tab*}" about=
        [[ "$one" = *$tab* ]] && about="${one#*$tab}"
        told+=("${${value//\\/\\\\}//:/\\:}:$about")
    done
    (( $#told )) && _describe -V -t values vb told -U
}
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }
compdef _vb_completion vb
"""

_FISH = r"""# Completion of vb for fish; made by: vb completion fish
function __vb_completion
    set -l found (_VB_COMPLETE=fish _VB_LINE=(commandline -cp | string collect) vb 2>/dev/null)
    if test "$found[1]" = files
        __fish_complete_path (commandline -ct)
    else
        printf '%s\n' $found[2..-1]
    end
end
complete -c vb -e
complete -c vb -k -f -a '(__vb_completion)'
"""

_POWERSHELL = r"""# Completion of vb for PowerShell; made by: vb completion powershell
Register-ArgumentCompleter -Native -CommandName vb -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $length = [Math]::Max(0, $cursorPosition - $commandAst.Extent.StartOffset)
    $env:_VB_COMPLETE = 'powershell'
    $env:_VB_LINE = $commandAst.ToString().PadRight($length).Substring(0, $length)
    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false
        & $commandAst.CommandElements[0].Value 2>$null | Select-Object -Skip 1 | ForEach-Object {
            $value, $about = $_ -split "`t", 2
            if (-not $about) { $about = $value }
            $word = $value
            if ($value -match '[\s''"`$&|;<>(){}@#,]') { $word = "'" + $value.Replace("'", "''") + "'" }
            [System.Management.Automation.CompletionResult]::new($word, $value, 'ParameterValue', $about)
        }
    } finally {
        [Console]::OutputEncoding = $encoding
        Remove-Item Env:_VB_COMPLETE, Env:_VB_LINE
    }
}
"""

SCRIPTS = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH, "powershell": _POWERSHELL}
