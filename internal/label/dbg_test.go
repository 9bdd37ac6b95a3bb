package label
import ("testing";"os";"fmt";"github.com/seed-90a94633/newsparse/internal/page")
func TestDbg(t *testing.T){
 f:=os.Getenv("F"); if f=="" {t.Skip()}
 b,_:=os.ReadFile(f)
 var p *page.Page
 if f[len(f)-3:]=="txt" { p,_=page.FromText(string(b)) } else { r,_:=page.ParseHTML(string(b)); p=page.FromHTML(r,page.Options{}) }
 l:=Apply(p,Builtin,nil)
 rows:=Features(p)
 fs:=Builtin.forests(p.FromText)
 for i:=range p.Blocks { r:=rows.Row(i); fmt.Printf("%3d story %4d title %5d sf %5d head %5d cap %5d by %5d dt %5d rel %5d quo %5d ph %d/%d role %2d %.60q\n",i,l.Labels[i].Story,fs[AskTitle].Score(r),fs[AskStandfirst].Score(r),fs[AskHeading].Score(r),fs[AskCaption].Score(r),fs[AskByline].Score(r),fs[AskDate].Score(r),fs[AskRelated].Score(r),fs[AskQuote].Score(r),r[fPhrase],r[fPhraseSure],l.Labels[i].Role,p.Blocks[i].Text)}
}
