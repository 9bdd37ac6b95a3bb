package newsparse_test
import ("testing";"fmt";"path/filepath";"bytes";"github.com/seed-90a94633/newsparse";"strings")
func TestZZFig(t *testing.T){
 files,_:=filepath.Glob("../shared/corpus/blocks-dev/pages/*.gz")
 f2,_:=filepath.Glob("../shared/corpus/fundus-dev/pages/*.gz"); files=append(files,f2...)
 n,withImg,credit,arts,nofig:=0,0,0,0,0
 for i,f:=range files { if i%6!=0 {continue}
  a,err:=newsparse.Parse(bytes.NewReader(readPage(t,f))); if err!=nil {continue}
  arts++; has:=false
  for k,b:=range a.Body { if b.Kind==newsparse.Figure { n++; has=true; u:=""; c:=""
   if b.Image!=nil { withImg++; u=b.Image.URL; c=b.Image.Credit; if c!="" {credit++}; if len(u)>90 {u=u[:40]+"…"+u[len(u)-48:]} ; u+=fmt.Sprint(" ",b.Image.Width,"x",b.Image.Height," alt=",b.Image.Alt)}
   tx:=b.Text; if len(tx)>110 {tx=tx[:110]}
   fmt.Printf("%s %d/%d [%s] %q C=%q\n",filepath.Base(f),k,len(a.Body),u,tx,c) } }
  if !has {nofig++; lead:=""; if a.Image!=nil {lead=a.Image.URL}; fmt.Println("NOFIG",filepath.Base(f),len(a.Body),lead)}
 }
 fmt.Println(arts,n,withImg,credit,nofig); _=strings.Join
}
